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
        ["inShop"] = InShop(shop),
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
            var about = agreement.MoreInShopThan is not null ? node["inShop"]!.AsObject()
                : agreement.What is null ? node
                : node["stages"]!.AsArray().First(stage => stage!["name"]!.GetValue<string>() == agreement.What)!.AsObject();
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
        ["down"] = Number(stage.Down),
        ["interruptedTime"] = new JsonObject { ["mean"] = Number(stage.Wait is null ? null : stage.Interrupted) },
        ["lost"] = Number(stage.Lost),
        ["ranks"] = new JsonArray([.. stage.ByPriority.Select(rank => Rank(rank))]),
    };

    private static JsonObject Rank(PriorityPrediction rank)
    {
        var node = new JsonObject { ["priority"] = rank.Priority, ["waitingTime"] = new JsonObject { ["mean"] = Number(rank.Wait) } };
        if (rank.Response is not null)
        {
            node["responseTime"] = new JsonObject { ["mean"] = Number(rank.Response) };
        }

        return node;
    }

    private static JsonObject InShop(ShopPrediction shop)
    {
        var number = shop.InShop;
        return new()
        {
            ["mean"] = Number(number?.Mean ?? shop.MeanInShop),
            ["probabilities"] = number is null ? null : new JsonArray([.. number.Probabilities.Select(probability => JsonValue.Create(probability))]),
        };
    }

    private static string Name(Exactness exactness) => exactness switch
    {
        Exactness.Exact => "exact",
        Exactness.Approximate => "approximation",
        _ => "none",
    };

    private static JsonValue? Number(double? value) => value is { } number && double.IsFinite(number) ? JsonValue.Create(number) : null;
}
