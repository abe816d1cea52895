using ActorCafe.Analysis.Prediction;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Pictures.Studies;

/// <summary>The mean wait at a shop's bottleneck with each router: the same customers with the same work.</summary>
/// <param name="Shop">Its name.</param>
/// <param name="Stage">The bottleneck.</param>
/// <param name="Pools">The pool sizes.</param>
/// <param name="PerHour">Customers per hour.</param>
/// <param name="Load">The arrival rate as a share of capacity.</param>
/// <param name="Waits">The waits, by router.</param>
public sealed record RouterStudy(
    string Shop, string Stage, IReadOnlyList<(string Stage, int Workers)> Pools, double PerHour, double Load, IReadOnlyList<RouterWait> Waits)
{
    private const long Orders = 100_000;
    private const double OfCapacity = 0.8;

    // With one worker all routers are the same.
    private const int FewestWorkers = 2;
    private const int Enlarged = 3;

    /// <summary>Simulates a shop with each router; null if it has no bottleneck or a run failed.</summary>
    /// <exception cref="OperationCanceledException">The study was stopped.</exception>
    public static async Task<RouterStudy?> OfAsync(ShopSettings shop, string? bottleneck, StudyOptions options)
    {
        if (shop.Stages.FirstOrDefault(stage => stage.Name == bottleneck) is not { } at || !shop.HasMenuShares())
        {
            return null;
        }

        var larger = at.Workers >= FewestWorkers ? shop.WithPools(stage => stage.Workers) : shop.WithPools(stage => stage.Workers * Enlarged);
        if ((await StudyRunner.CapacitiesAsync([larger], options with { Progress = null }).ConfigureAwait(false))[0]?.PerHour is not (> 0 and var capacity))
        {
            return null;
        }

        var rate = OfCapacity * capacity;
        var shops = StageSettings.Routers.Select(router => With(larger, at.Index, router).WithArrivals(rate, Orders)).ToList();
        var results = await StudyRunner.RunAllAsync(shops, options).ConfigureAwait(false);
        var waits = StageSettings.Routers.Zip(shops, results).Select(one => Wait(one.First, one.Second, one.Third, at.Index)).OfType<RouterWait>().ToList();
        return waits.Count < StageSettings.Routers.Length
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

/// <summary>The mean wait at a stage with one router.</summary>
/// <param name="Router">The router, as spelled in HOCON.</param>
/// <param name="Seconds">The measurements.</param>
/// <param name="Ci">Confidence interval of the mean, in seconds; null if unknown.</param>
/// <param name="Theory">The prediction in seconds; null if no formula applies.</param>
/// <param name="IsExact">Whether the formula is exact.</param>
public sealed record RouterWait(string Router, double Seconds, Interval? Ci, double? Theory, bool IsExact);
