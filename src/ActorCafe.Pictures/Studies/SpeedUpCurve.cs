using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Pictures.Studies;

/// <summary>The capacity of a shop over the number of workers at its bottleneck.</summary>
/// <param name="Shop">Its name.</param>
/// <param name="Stage">The bottleneck.</param>
/// <param name="Workers">Its current number of workers.</param>
/// <param name="Points">The capacity by number of workers, as a multiple of the base.</param>
/// <param name="Ceiling">The limit set by the other stages, as a multiple of the base; null if there is none.</param>
public sealed record SpeedUpCurve(string Shop, string Stage, int Workers, IReadOnlyList<(int Workers, double SpeedUp)> Points, double? Ceiling)
{
    private const int Sizes = 8;
    private const int Plenty = 1_000_000;

    /// <summary>
    /// The capacities of each shop with pools from one worker upwards: exact where a formula gives them, otherwise measured. All are multiples of one
    /// base, the capacity of the first shop as it is.
    /// </summary>
    /// <param name="shops">The shops, each with its bottleneck. Shops without one are left out.</param>
    /// <exception cref="OperationCanceledException">The study was stopped.</exception>
    public static async Task<IReadOnlyList<SpeedUpCurve>> OfAsync(IEnumerable<(ShopSettings Shop, string? Bottleneck)> shops, StudyOptions options)
    {
        var drawn = shops
            .Select(shop => (shop.Shop, Stage: shop.Shop.Stages.FirstOrDefault(stage => stage.Name == shop.Bottleneck)))
            .Where(shop => shop.Stage is not null && shop.Shop.HasMenuShares())
            .Select(shop => (shop.Shop, Stage: shop.Stage!, Pools: PoolsOf(shop.Stage!.Workers)))
            .ToList();
        var capacities = await StudyRunner.CapacitiesAsync([.. drawn.SelectMany(shop => shop.Pools.Select(workers => With(shop.Shop, shop.Stage, workers)))], options).ConfigureAwait(false);
        var (next, one) = (0, 0.0);
        var curves = new List<SpeedUpCurve>();
        foreach (var (shop, stage, pools) in drawn)
        {
            var rates = pools.Select(workers => (Workers: workers, capacities[next++]?.PerHour)).ToList();
            one = one > 0 ? one : rates.Find(rate => rate.Workers == stage.Workers).PerHour ?? 0;
            if (one > 0)
            {
                var points = rates.Where(rate => rate.PerHour is not null).Select(rate => (rate.Workers, rate.PerHour!.Value / one));
                curves.Add(new(shop.Name, stage.Name, stage.Workers, [.. points], CeilingOf(shop, stage) / one));
            }
        }

        return curves;
    }

    private static IReadOnlyList<int> PoolsOf(int workers)
    {
        var most = Math.Max(Sizes, (workers * 3 / 2) + 1);
        return [.. Enumerable.Range(0, Sizes).Select(at => 1 + (at * (most - 1) / (Sizes - 1))).Append(workers).Where(size => size > 0).Distinct().Order()];
    }

    private static ShopSettings With(ShopSettings shop, StageSettings changed, int workers) =>
        shop.WithPools(stage => stage.Index == changed.Index ? workers : stage.Workers);

    /// <summary>The orders per hour that the other stages allow at most.</summary>
    private static double? CeilingOf(ShopSettings shop, StageSettings stage) =>
        BottleneckCapacity.Of(With(shop, stage, Plenty)) is { } limit && limit.Stage != stage.Name ? limit.PerHour : null;
}
