using ActorCafe.Analysis.Prediction;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Pictures.Studies;

/// <summary>The mean wait at a shop's bottleneck under each router: the same customers with the same work.</summary>
/// <param name="Shop">Its name.</param>
/// <param name="Stage">The bottleneck.</param>
/// <param name="Pools">The pools it was played with.</param>
/// <param name="PerHour">Customers an hour.</param>
/// <param name="Load">That rate as a share of the capacity.</param>
/// <param name="Waits">By router.</param>
public sealed record RouterStudy(
    string Shop, string Stage, IReadOnlyList<(string Stage, int Workers)> Pools, double PerHour, double Load, IReadOnlyList<RouterWait> Waits)
{
    /// <summary>The four routers, by what they make of the wait as a rule: the shortest first.</summary>
    public static IReadOnlyList<string> Routers { get; } = ["shared-queue-pool", "shortest-queue-pool", "round-robin-pool", "random-pool"];

    private const long Orders = 100_000;
    private const double OfCapacity = 0.8;

    // With one worker there is nothing to choose.
    private const int FewestWorkers = 2;
    private const int Enlarged = 3;

    /// <summary>Plays a shop under each router; null where it has no bottleneck, or could not be played.</summary>
    /// <exception cref="OperationCanceledException">It was ended from outside.</exception>
    public static async Task<RouterStudy?> OfAsync(ShopSettings shop, string? bottleneck, StudyOptions options)
    {
        if (shop.Stages.FirstOrDefault(stage => stage.Name == bottleneck) is not { } at || !shop.CanBeDrawn())
        {
            return null;
        }

        var larger = at.Workers >= FewestWorkers ? shop.WithPools(stage => stage.Workers) : shop.WithPools(stage => stage.Workers * Enlarged);
        if (ShopTheory.Predict(larger.Saturated(Orders)).CapacityPerHour is not { } capacity)
        {
            return null;
        }

        var rate = OfCapacity * capacity;
        var shops = Routers.Select(router => With(larger, at.Index, router).WithArrivals(rate, Orders)).ToList();
        var results = await Plays.AllAsync(shops, options).ConfigureAwait(false);
        var waits = Routers.Zip(shops, results).Select(one => Wait(one.First, one.Second, one.Third, at.Index)).OfType<RouterWait>().ToList();
        return waits.Count < Routers.Count
            ? null
            : new(shop.Name, at.Name, [.. larger.Stages.Select(stage => (stage.Name, stage.Workers))], rate, OfCapacity, waits);
    }

    private static RouterWait? Wait(string router, ShopSettings shop, ShopResult? played, int stage)
    {
        var theory = ShopTheory.Predict(shop).Stages[stage];
        return played?.Stages[stage].WaitingTime is { Mean: { } mean } wait
            ? new(router, mean, wait.Ci, theory.Wait, theory.Exactness == Exactness.Exact)
            : null;
    }

    private static ShopSettings With(ShopSettings shop, int stage, string router) => shop with
    {
        Stages = shop.Stages.SetItem(stage, shop.Stages[stage] with { Router = router }),
    };
}
