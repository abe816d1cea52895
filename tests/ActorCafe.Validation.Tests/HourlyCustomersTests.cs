using ActorCafe.Queueing.Distributions;
using ActorCafe.Queueing.Statistics;
using ActorCafe.Shop;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Tests;
using ActorCafe.Validation.Tests.Running;

namespace ActorCafe.Validation.Tests;

/// <summary>Arrival rates by the hour: 20, 60, 90 and 40 per hour, repeated for 800 hours.</summary>
public class HourlyCustomersTests
{
    private const int Hours = 800;
    private static readonly double[] Rates = [20, 60, 90, 40];

    /// <summary>The normal quantile, in standard deviations, at the confidence of all these tests: 3.29.</summary>
    private static readonly double Bound = StudentT.Quantile(ValidationRuns.Confidence, 1_000_000);

    [Fact]
    public async Task Each_hour_of_the_day_has_as_many_customers_as_its_rate_says()
    {
        var arrivals = await RunAsync(seed: 81);

        for (var hour = 0; hour < Rates.Length; hour++)
        {
            // The sum of 200 independent Poisson counts is a Poisson count, whose variance is its mean.
            var expected = Rates[hour] * Hours / Rates.Length;
            var counted = arrivals.PerHour.Where((_, index) => index % Rates.Length == hour).Sum();
            ((double)counted).ShouldBe(expected, Bound * Math.Sqrt(expected), $"hour {hour}");
        }
    }

    [Fact]
    public async Task The_counts_of_hours_scatter_as_Poisson_counts_do()
    {
        var arrivals = await RunAsync(seed: 82);

        // Fisher's index of dispersion: a chi-square with one degree of freedom per hour, so mean 800 and variance 1600.
        // Because each count is Poisson with mean m, not normal, each term adds 1 / m to the variance.
        var dispersion = arrivals.PerHour.Select((count, hour) => Math.Pow(count - Rates[hour % 4], 2) / Rates[hour % 4]).Sum();
        var variance = Enumerable.Range(0, Hours).Sum(hour => 2 + (1 / Rates[hour % 4]));
        dispersion.ShouldBe(Hours, Bound * Math.Sqrt(variance));
    }

    [Fact]
    public async Task Within_an_hour_customers_are_spread_evenly()
    {
        var arrivals = await RunAsync(seed: 83);

        var passed = arrivals.PartsOfHours;
        passed.Average().ShouldBe(0.5, Bound * Math.Sqrt(1.0 / 12 / passed.Count));
    }

    private static async Task<Arrivals> RunAsync(long seed)
    {
        var arrivals = new Arrivals();
        var shop = Shops.Single(10, new Deterministic(1)).WithArrivals(new ArrivalSettings.Hourly([.. Rates]))
            .WithCustomers(customers => customers with { Until = TimeSpan.FromHours(Hours) });
        await Simulation.RunAsync(shop with { Seed = seed }, new RunOptions { MeasureCapacity = false, OrderLog = _ => arrivals });
        return arrivals;
    }

    private sealed class Arrivals : IOrderLog
    {
        public long[] PerHour { get; } = new long[Hours];

        public List<double> PartsOfHours { get; } = [];

        public void Left(Order order)
        {
            var hour = (int)order.Placed.TotalHours;
            PerHour[hour]++;
            PartsOfHours.Add(order.Placed.TotalHours - hour);
        }
    }
}
