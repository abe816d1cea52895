using System.Text.Json.Nodes;
using ActorCafe.Cli.Playing;

namespace ActorCafe.Cli.Files;

/// <summary>What one more worker at each stage gives, as JSON.</summary>
internal static class OneMoreJson
{
    public static JsonArray ToNode(IEnumerable<OneMoreEach> more) => new([.. more.Select(one => (JsonNode)new JsonObject
    {
        ["stage"] = one.Stage.Name,
        ["workers"] = one.Stage.Workers + 1,
        ["responseTime"] = new JsonObject
        {
            ["mean"] = one.Result?.ResponseTime.Mean,
            ["change"] = one.Change,
            ["ci"] = one.Ci is { } ci ? new JsonArray(ci.Low, ci.High) : null,
            ["theory"] = one.TheoryChange,
        },
        ["capacityPerHour"] = one.Result?.CapacityPerHour,
    })]);
}
