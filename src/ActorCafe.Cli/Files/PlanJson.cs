using System.Text.Json.Nodes;
using ActorCafe.Analysis.Planning;
using ActorCafe.Cli.Tables;

namespace ActorCafe.Cli.Files;

/// <summary>A plan as JSON.</summary>
internal static class PlanJson
{
    public static JsonObject Of(ShopPlan plan) => new()
    {
        ["shop"] = plan.Request.Shop.Name,
        ["seed"] = plan.Request.Shop.Seed,
        ["met"] = plan.Chosen is not null,
        ["pools"] = plan.Chosen is { } chosen ? Pools(plan, chosen) : null,
        ["costPerHour"] = plan.Chosen?.CostPerHour,
        ["replications"] = plan.Chosen?.Runs,
        ["sure"] = plan.Chosen?.Confidence,
        ["targets"] = (plan.Chosen ?? plan.Largest) is { } judged ? Targets(judged) : null,
        ["oneFewer"] = new JsonArray([.. plan.OneFewer.Select((staffing, stage) => staffing is null ? null : (JsonNode?)Staffing(plan, staffing, ("stage", plan.Request.Shop.Stages[stage].Name))).OfType<JsonNode>()]),
        ["doubtful"] = new JsonArray([.. plan.Inconclusive.Select(staffing => (JsonNode)Staffing(plan, staffing))]),
        ["beyond"] = plan.Largest is { } beyond ? Staffing(plan, beyond) : null,
        ["schedule"] = plan.Staff.IsEmpty ? null : Schedule(plan),
        ["hocon"] = plan.Chosen is null ? null : string.Join('\n', PlanHocon.Of(plan)),
        ["tried"] = plan.Simulated,
        ["ruledOut"] = plan.Excluded,
    };

    private static JsonObject Pools(ShopPlan plan, Staffing staffing) =>
        new(plan.Request.Shop.Stages.Select(stage => KeyValuePair.Create(stage.Name, (JsonNode?)staffing.Workers[stage.Index])));

    private static JsonObject Staffing(ShopPlan plan, Staffing staffing, params (string Name, JsonNode? Value)[] first)
    {
        var node = new JsonObject(first.Select(field => KeyValuePair.Create(field.Name, field.Value)))
        {
            ["pools"] = Pools(plan, staffing),
            ["costPerHour"] = staffing.CostPerHour,
            ["replications"] = staffing.Runs,
            ["sure"] = staffing.Confidence,
            ["targets"] = Targets(staffing),
            ["steadyState"] = new JsonObject { ["reached"] = staffing.SteadyState.Reached, ["reason"] = staffing.SteadyState.Reason },
        };
        return node;
    }

    internal static JsonArray Targets(Staffing staffing) => new([.. staffing.Estimates.Select(one => (JsonNode)new JsonObject
    {
        ["target"] = one.Target.Text,
        ["measured"] = one.Measured,
        ["ci"] = one.Ci is { } ci ? new JsonArray(ci.Low, ci.High) : null,
        ["atMost"] = one.AtMost,
        ["sure"] = one.Confidence,
    })]);

    internal static JsonArray Schedule(ShopPlan plan) => new([.. plan.Staff.Select(Staff)]);

    private static JsonObject Staff(StaffSchedule staff) => new()
    {
        ["stage"] = staff.Stage,
        ["workers"] = new JsonArray([.. staff.PerHour.Select(count => (JsonNode)count)]),
    };
}
