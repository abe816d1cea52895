using System.Text.Json.Nodes;
using ActorCafe.Cli.Tables;
using ActorCafe.Shop.Planning;

namespace ActorCafe.Cli.Files;

/// <summary>A plan as JSON.</summary>
internal static class PlanJson
{
    public static byte[] Of(ShopPlan plan) => ResultJson.Bytes(new JsonObject
    {
        ["shop"] = plan.Request.Shop.Name,
        ["seed"] = plan.Request.Shop.Seed,
        ["met"] = plan.Chosen is not null,
        ["pools"] = plan.Chosen is { } chosen ? Pools(plan, chosen) : null,
        ["costPerHour"] = plan.Chosen?.CostPerHour,
        ["replications"] = plan.Chosen?.Runs,
        ["sure"] = plan.Chosen?.Sure,
        ["targets"] = (plan.Chosen ?? plan.Beyond) is { } judged ? Targets(judged) : null,
        ["oneFewer"] = new JsonArray([.. plan.OneFewer.Select((trial, stage) => trial is null ? null : (JsonNode?)Trial(plan, trial, ("stage", plan.Request.Shop.Stages[stage].Name))).OfType<JsonNode>()]),
        ["doubtful"] = new JsonArray([.. plan.Doubtful.Select(trial => (JsonNode)Trial(plan, trial))]),
        ["beyond"] = plan.Beyond is { } beyond ? Trial(plan, beyond) : null,
        ["schedule"] = plan.Staff.IsEmpty ? null : new JsonArray([.. plan.Staff.Select(Staff)]),
        ["hocon"] = plan.Chosen is null ? null : string.Join('\n', PlanHocon.Of(plan)),
        ["tried"] = plan.Tried,
        ["ruledOut"] = plan.RuledOut,
    });

    private static JsonObject Pools(ShopPlan plan, Trial trial) =>
        new(plan.Request.Shop.Stages.Select(stage => KeyValuePair.Create(stage.Name, (JsonNode?)trial.Workers[stage.Index])));

    private static JsonObject Trial(ShopPlan plan, Trial trial, params (string Name, JsonNode? Value)[] first)
    {
        var node = new JsonObject(first.Select(field => KeyValuePair.Create(field.Name, field.Value)))
        {
            ["pools"] = Pools(plan, trial),
            ["costPerHour"] = trial.CostPerHour,
            ["replications"] = trial.Runs,
            ["sure"] = trial.Sure,
            ["targets"] = Targets(trial),
        };
        return node;
    }

    private static JsonArray Targets(Trial trial) => new([.. trial.Judgements.Select(one => (JsonNode)new JsonObject
    {
        ["target"] = one.Target.Text,
        ["measured"] = one.Measured,
        ["ci"] = one.Ci is { } ci ? new JsonArray(ci.Low, ci.High) : null,
        ["sure"] = one.Sure,
    })]);

    private static JsonObject Staff(StaffSchedule staff) => new()
    {
        ["stage"] = staff.Stage,
        ["workers"] = new JsonArray([.. staff.PerHour.Select(count => (JsonNode)count)]),
    };
}
