using ActorCafe.Analysis.Prediction;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Pictures.Studies;

/// <summary>The mean time in a shop over the arrival rate.</summary>
/// <param name="Shop">Its name.</param>
/// <param name="CapacityPerHour">The capacity, in orders per hour.</param>
/// <param name="Measured">The measurements, by customers per hour.</param>
/// <param name="Theory">The prediction, by customers per hour; empty if no formula applies.</param>
/// <param name="IsExact">Whether the formula is exact.</param>
public sealed record ResponseCurve(
    string Shop, double CapacityPerHour, IReadOnlyList<MeasuredTime> Measured, IReadOnlyList<(double PerHour, double Seconds)> Theory, bool IsExact)
{
    private const long Orders = 8000;
    private const int TheoryPoints = 60;

    private static readonly double[] Loads = [0.15, 0.35, 0.55, 0.7, 0.8, 0.87, 0.92];

    /// <summary>Simulates each shop at several arrival rates, with the same customers in every shop except for their spacing.</summary>
    /// <param name="shops">The shops, each with its measured capacity for where no formula gives it. Shops without capacity are left out.</param>
    /// <exception cref="OperationCanceledException">The study was stopped.</exception>
    public static async Task<IReadOnlyList<ResponseCurve>> OfAsync(IEnumerable<(ShopSettings Shop, double? CapacityPerHour)> shops, StudyOptions options)
    {
        var drawn = shops.Where(shop => shop.Shop.HasMenuShares()).Select(shop => (shop.Shop, Capacity: LongRun(shop.Shop) ?? shop.CapacityPerHour ?? 0)).Where(shop => shop.Capacity > 0).ToList();
        var results = await StudyRunner.RunAllAsync([.. drawn.SelectMany(shop => Loads.Select(load => shop.Shop.WithArrivals(load * shop.Capacity, Orders)))], options).ConfigureAwait(false);
        return [.. drawn.Zip(results.Chunk(Loads.Length), (shop, played) => Of(shop.Shop, shop.Capacity, played))];
    }

    private static double? LongRun(ShopSettings shop) =>
        BottleneckCapacity.Of(shop.WithArrivals(1, Orders))?.Exact?.PerHour;

    private static ResponseCurve Of(ShopSettings shop, double capacity, ShopResult?[] played)
    {
        var theory = Enumerable.Range(1, TheoryPoints - 1)
            // Denser where the curve bends.
            .Select(at => capacity * (1 - Math.Pow(1 - ((double)at / TheoryPoints), 2)))
            .Select(rate => (PerHour: rate, Prediction: ShopTheory.Predict(shop.WithArrivals(rate, Orders))))
            .Where(point => point.Prediction.TimeInShop is not null)
            .ToList();
        return new(
            shop.Name,
            capacity,
            [.. Loads.Zip(played).Where(point => point.Second?.ResponseTime.Mean is not null).Select(point => new MeasuredTime(point.First * capacity, point.Second!.ResponseTime.Mean!.Value, point.Second.ResponseTime.Ci))],
            [.. theory.Select(point => (point.PerHour, point.Prediction.TimeInShop!.Value))],
            theory.TrueForAll(point => point.Prediction.Exactness == Exactness.Exact));
    }
}

/// <summary>A mean time at one arrival rate.</summary>
/// <param name="PerHour">Customers per hour.</param>
/// <param name="Seconds">The mean, in seconds.</param>
/// <param name="Ci">Confidence interval of the mean, in seconds; null if unknown.</param>
public sealed record MeasuredTime(double PerHour, double Seconds, Interval? Ci);
