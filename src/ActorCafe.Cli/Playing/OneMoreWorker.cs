using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Playing;

/// <summary>A shop with one more worker at its bottleneck.</summary>
/// <param name="Stage">The bottleneck.</param>
/// <param name="Shop">The shop so changed.</param>
/// <param name="SameCustomers">Whether the same customers are played again, and not just the capacity measured.</param>
internal sealed record OneMoreWorker(StageSettings Stage, ShopSettings Shop, bool SameCustomers)
{
    private const long FewEnoughToPlayAgain = 10_000;

    /// <summary>What was measured of it.</summary>
    public ShopResult? Result { get; init; }

    /// <summary>Its time in shop, if the same customers were played.</summary>
    public double? TimeInShop => SameCustomers ? Result?.ResponseTime.Mean : null;

    /// <summary>Null if the shop has no bottleneck.</summary>
    public static OneMoreWorker? Of(ShopSettings shop, ShopResult result)
    {
        if (shop.Stages.FirstOrDefault(stage => stage.Name == result.Bottleneck) is not { } bottleneck)
        {
            return null;
        }

        var sameCustomers = shop.Clock.Mode == ClockMode.Virtual && result.Orders.Arrived <= FewEnoughToPlayAgain;
        var larger = shop.WithWorkers(bottleneck.Index, bottleneck.Workers + 1);
        return new OneMoreWorker(bottleneck, sameCustomers ? larger : OneOrderOf(larger), sameCustomers);
    }

    // The capacity is measured apart from the customers: one of them, in no time, will do.
    private static ShopSettings OneOrderOf(ShopSettings shop) => shop.Saturated(1) with { Clock = shop.Clock with { Mode = ClockMode.Virtual } };
}
