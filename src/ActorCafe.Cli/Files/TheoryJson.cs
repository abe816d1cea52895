using System.Text.Json.Nodes;
using ActorCafe.Analysis.Prediction;
using ActorCafe.Shop.Results;

namespace ActorCafe.Cli.Files;

/// <summary>Predictions as JSON, with the names used in results. Unknown values are null.</summary>
internal static class TheoryJson
{
    public static JsonObject ToNode(ShopPrediction shop) => new()
    {
        ["shop"] = shop.Shop,
        ["exactness"] = Name(shop.Exactness),
        ["why"] = shop.Why,
        ["responseTime"] = new JsonObject { ["mean"] = Number(shop.TimeInShop) },
        ["makespan"] = Number(shop.Makespan),
        ["capacityPerHour"] = Number(shop.CapacityPerHour),
        ["capacityAtMost"] = shop.CapacityAtMost,
        ["bottleneck"] = shop.Bottleneck,
        ["unstable"] = new JsonArray([.. shop.Overloaded.Select(stage => JsonValue.Create(stage.Name))]),
        ["stages"] = new JsonArray([.. shop.Stages.Select(Stage)]),
    };

    /// <summary>A prediction with the verdict of a simulation.</summary>
    public static JsonObject ToNode(ShopPrediction shop, ShopResult result)
    {
        var node = ToNode(shop);
        foreach (var agreement in Agreement.Of(shop, result))
        {
            var about = agreement.What is null ? node : node["stages"]!.AsArray().First(stage => stage!["name"]!.GetValue<string>() == agreement.What)!.AsObject();
            about["verdict"] = Name(agreement.Verdict);
        }

        return node;
    }

    public static string Name(Verdict verdict) => verdict switch
    {
        Verdict.Agrees => "agrees",
        Verdict.Differs => "differs",
        Verdict.NoInterval => "no interval",
        _ => "no formula",
    };

    private static JsonObject Stage(StagePrediction stage) => new()
    {
        ["name"] = stage.Name,
        ["workers"] = stage.Workers,
        ["model"] = stage.Model,
        ["exactness"] = Name(stage.Exactness),
        ["why"] = stage.Why,
        ["utilisation"] = Number(stage.Utilisation),
        ["waitingTime"] = new JsonObject { ["mean"] = Number(stage.Wait), ["p95"] = Number(stage.WaitP95) },
        ["queueLength"] = new JsonObject { ["mean"] = Number(stage.QueueLength) },
        ["lost"] = Number(stage.Lost),
        ["ranks"] = new JsonArray([.. stage.ByPriority.Select(rank => new JsonObject { ["priority"] = rank.Priority, ["waitingTime"] = new JsonObject { ["mean"] = Number(rank.Wait) } })]),
    };

    private static string Name(Exactness exactness) => exactness switch
    {
        Exactness.Exact => "exact",
        Exactness.Approximate => "approximation",
        _ => "none",
    };

    private static JsonValue? Number(double? value) => value is { } number && double.IsFinite(number) ? JsonValue.Create(number) : null;
}
