using ActorCafe.Analysis.Comparison;
using ActorCafe.Analysis.Prediction;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Running;

/// <summary>A shop with one more worker at its bottleneck.</summary>
/// <param name="Stage">The bottleneck.</param>
/// <param name="Shop">The shop with that change.</param>
/// <param name="SameCustomers">Whether to simulate the same customers again, rather than to find the capacity alone.</param>
internal sealed record OneMoreAtBottleneck(StageSettings Stage, ShopSettings Shop, bool SameCustomers)
{
    private const long FewEnoughToPlayAgain = 10_000;

    /// <summary>The capacity of the changed shop.</summary>
    public Capacity? Capacity { get; init; }

    /// <summary>Its mean time in shop in seconds, if the same customers were simulated.</summary>
    public double? TimeInShop { get; init; }

    /// <summary>Null if the shop has no bottleneck.</summary>
    public static OneMoreAtBottleneck? Of(ShopSettings shop, ShopResult result)
    {
        if (shop.Stages.FirstOrDefault(stage => stage.Name == result.Bottleneck) is not { } bottleneck)
        {
            return null;
        }

        var sameCustomers = shop.Clock.Mode == ClockMode.Virtual && result.Orders.Arrived <= FewEnoughToPlayAgain;
        return new OneMoreAtBottleneck(bottleneck, shop.WithOneMore(bottleneck.Index), sameCustomers);
    }
}

/// <summary>A shop with one more worker at a stage, on the same customers.</summary>
/// <param name="Stage">The stage before the change.</param>
/// <param name="Result">The result; null if the larger shop deadlocks.</param>
/// <param name="TheoryChange">The change of the mean time in shop by an exact formula, in seconds; null if there is none.</param>
/// <param name="Change">The measured change, in seconds.</param>
/// <param name="Ci">Confidence interval of the change, from paired differences of runs with the same customers.</param>
internal sealed record OneMoreAtStage(StageSettings Stage, ShopResult? Result, double? TheoryChange, double? Change, Interval? Ci)
{
    public static OneMoreAtStage Of(ShopSettings shop, StageSettings stage, ShopResult before, ShopResult? after)
    {
        var difference = after is null ? null : PairedDifference.Of(before, after, shop.Statistics.Confidence);
        return new(stage, after, Theory(With(shop, stage)) - Theory(shop), difference?.Mean, difference?.Ci);
    }

    public static ShopSettings With(ShopSettings shop, StageSettings stage) => shop.WithOneMore(stage.Index);

    private static double? Theory(ShopSettings shop) =>
        ShopTheory.Predict(shop) is { Exactness: Exactness.Exact, TimeInShop: { } time } ? time : null;
}
