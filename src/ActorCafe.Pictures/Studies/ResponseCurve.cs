using ActorCafe.Analysis.Prediction;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Pictures.Studies;

/// <summary>How the mean time in a shop grows as more customers come.</summary>
/// <param name="Shop">Its name.</param>
/// <param name="CapacityPerHour">Orders an hour when customers never stop coming.</param>
/// <param name="Played">What was measured, by customers an hour.</param>
/// <param name="Theory">What a formula says, by customers an hour; empty where there is none.</param>
/// <param name="IsExact">Whether that formula is exact.</param>
public sealed record ResponseCurve(
    string Shop, double CapacityPerHour, IReadOnlyList<MeasuredTime> Played, IReadOnlyList<(double PerHour, double Seconds)> Theory, bool IsExact)
{
    private const long Orders = 8000;
    private const int TheoryPoints = 60;

    private static readonly double[] Loads = [0.15, 0.35, 0.55, 0.7, 0.8, 0.87, 0.92];

    /// <summary>Plays each shop with customers at several rates, the same ones in every shop but for how densely they come.</summary>
    /// <param name="shops">The shops, each with the capacity that was measured of it, for where no formula knows it; one without is left out.</param>
    /// <exception cref="OperationCanceledException">It was ended from outside.</exception>
    public static async Task<IReadOnlyList<ResponseCurve>> OfAsync(IEnumerable<(ShopSettings Shop, double? CapacityPerHour)> shops, StudyOptions options)
    {
        var drawn = shops.Where(shop => shop.Shop.CanBeDrawn()).Select(shop => (shop.Shop, Capacity: LongRun(shop.Shop) ?? shop.CapacityPerHour ?? 0)).Where(shop => shop.Capacity > 0).ToList();
        var results = await Plays.AllAsync([.. drawn.SelectMany(shop => Loads.Select(load => shop.Shop.WithArrivals(load * shop.Capacity, Orders)))], options).ConfigureAwait(false);
        return [.. drawn.Zip(results.Chunk(Loads.Length), (shop, played) => Of(shop.Shop, shop.Capacity, played))];
    }

    private static double? LongRun(ShopSettings shop) =>
        ShopTheory.Predict(shop.Saturated(Orders)) is { CapacityAtMost: null, CapacityPerHour: { } capacity } ? capacity : null;

    private static ResponseCurve Of(ShopSettings shop, double capacity, ShopResult?[] played)
    {
        var theory = Enumerable.Range(1, TheoryPoints - 1)
            // Closer together where the curve bends.
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
