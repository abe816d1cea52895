using System.Collections.Immutable;
using ActorCafe.Analysis.Comparison;
using ActorCafe.Analysis.Prediction;
using ActorCafe.Configuration;
using ActorCafe.Shop;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Playing;

/// <summary>A shop with one more worker at a stage, on the same customers.</summary>
/// <param name="Stage">The stage, as it is in the shop itself.</param>
/// <param name="Result">What was measured; null where the larger shop comes to a deadlock.</param>
/// <param name="TheoryChange">What an exact formula says of the change of the mean time in shop, in seconds; null where there is none.</param>
/// <param name="Change">The change that was measured, in seconds.</param>
/// <param name="Ci">Where the long-run change lies: of the runs' differences, each on the same customers.</param>
internal sealed record OneMoreEach(StageSettings Stage, ShopResult? Result, double? TheoryChange, double? Change, Interval? Ci)
{
    public static OneMoreEach Of(ShopSettings shop, StageSettings stage, ShopResult before, ShopResult? after)
    {
        var difference = after is null ? null : PairedDifference.Of(before, after, shop.Statistics.Confidence);
        return new(stage, after, Theory(With(shop, stage)) - Theory(shop), difference?.Mean, difference?.Ci);
    }

    public static ShopSettings With(ShopSettings shop, StageSettings stage) => shop.WithWorkers(stage.Index, stage.Workers + 1);

    private static double? Theory(ShopSettings shop) =>
        ShopTheory.Predict(shop) is { Exactness: Exactness.Exact, TimeInShop: { } time } ? time : null;
}
