using System.Text.Json.Nodes;
using ActorCafe.Analysis.Planning;
using ActorCafe.Cli.Tables;

namespace ActorCafe.Cli.Files;

/// <summary>The plan of a week as JSON.</summary>
internal static class WeekJson
{
    public static JsonObject Of(PlanRequest request, IReadOnlyList<WeekdayPlan> week, IEnumerable<string> unused) => new()
    {
        ["shop"] = request.Shop.Name,
        ["seed"] = request.Shop.Seed,
        ["met"] = week.All(day => day.Plan.Chosen is not null),
        ["costPerWeek"] = week.All(day => day.CostPerDay is not null) ? week.Sum(day => day.CostPerDay) : null,
        ["weekdays"] = new JsonArray([.. week.Select(Weekday)]),
        ["leftOut"] = new JsonArray([.. unused.Select(line => (JsonNode)line)]),
    };

    private static JsonNode Weekday(WeekdayPlan day) => new JsonObject
    {
        ["weekday"] = day.Weekday?.ToString(),
        ["days"] = new JsonArray([.. day.Days.Select(recorded => (JsonNode)recorded.Name)]),
        ["orders"] = day.Days.Sum(recorded => recorded.Customers.Entries.Length),
        ["opens"] = day.Plan.Hours!.Opens.TotalSeconds,
        ["closes"] = day.Plan.Hours.Closes?.TotalSeconds,
        ["met"] = day.Plan.Chosen is not null,
        ["costPerHour"] = day.Plan.Chosen?.CostPerHour,
        ["costPerDay"] = day.CostPerDay,
        ["replications"] = day.Plan.Chosen?.Runs,
        ["sure"] = day.Plan.Chosen?.Confidence,
        ["sureOfDaysLikeThese"] = day.OverDaysLikeThese,
        ["targets"] = Targets(day),
        ["schedule"] = day.Plan.Chosen is null ? null : PlanJson.Schedule(day.Plan),
        ["hocon"] = day.Plan.Chosen is null ? null : string.Join('\n', PlanHocon.Of(day.Plan)),
        ["tried"] = day.Plan.Simulated,
    };

    private static JsonArray? Targets(WeekdayPlan day)
    {
        if ((day.Plan.Chosen ?? day.Plan.Largest) is not { } judged)
        {
            return null;
        }

        var targets = PlanJson.Targets(judged);
        foreach (var (target, one) in targets.Zip(judged.Estimates))
        {
            target!["byDay"] = new JsonArray([.. one.ByDay.Select(value => (JsonNode?)value)]);
            target["sureOfDaysLikeThese"] = one.OverDaysLikeThese;
        }

        return targets;
    }
}
