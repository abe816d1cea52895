using System.Collections.Immutable;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Queueing.Streams;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Tests.Runs;

/// <summary>Runs shops without measuring capacity, and records the orders that left.</summary>
internal static class TestRuns
{
    public static async Task<ShopResult> RunAsync(ShopSettings shop, RunOptions? options = null) =>
        await Simulation.RunAsync(shop, (options ?? new RunOptions()) with { MeasureCapacity = false });

    public static async Task<(ShopResult Result, OrderRecords Book)> RunWithRecordsAsync(ShopSettings shop, RunOptions? options = null)
    {
        var records = new OrderRecords();
        return (await RunAsync(shop, (options ?? new RunOptions()) with { OrderLog = _ => records }), records);
    }

    /// <summary>Turns logging off, so that expected exceptions are not printed.</summary>
    public static ShopSettings Silent(this ShopSettings shop) =>
        shop with { AkkaHocon = shop.AkkaHocon + "akka { loglevel = off, stdout-loglevel = off, log-dead-letters = off }\n" };

    public static ShopSettings InMode(this ShopSettings shop, ClockMode mode, double scale) =>
        shop with { Clock = new ClockSettings(mode, scale) };

    /// <summary>Customers who arrive at these seconds, each with the index of a drink.</summary>
    public static ShopSettings WithTrace(this ShopSettings shop, params (double At, int Drink)[] customers) =>
        shop.WithArrivals(new ArrivalSettings.Trace([.. customers.Select((one, at) => new TraceEntry(TimeSpan.FromSeconds(one.At), $"c{at + 1}", one.Drink))]));

    public static ShopSettings WithTrace(this ShopSettings shop, params double[] times) =>
        shop.WithTrace([.. times.Select(at => (at, 0))]);
}

/// <summary>Records every order as it leaves.</summary>
internal sealed class OrderRecords : IOrderLog
{
    private readonly List<OrderRecord> _orders = [];

    public IReadOnlyList<OrderRecord> Orders => _orders;

    public OrderRecord this[long number] => _orders.Single(order => order.Number == number);

    public void Left(Order order) => _orders.Add(new OrderRecord(
        order.Number,
        order.Customer,
        order.Drink.Name,
        order.Placed.TotalSeconds,
        order.Left.TotalSeconds,
        order.Outcome,
        [.. order.Visits.ToArray().Select(visit => new VisitRecord(visit.Enqueued?.TotalSeconds, visit.Started?.TotalSeconds, visit.Finished?.TotalSeconds, visit.Worker))]));

    internal sealed record OrderRecord(
        long Number, string Customer, string Drink, double Placed, double Left, Outcome Outcome, ImmutableArray<VisitRecord> Visits);

    internal sealed record VisitRecord(double? Enqueued, double? Started, double? Finished, int Worker);
}

/// <summary>Wraps a service time and throws the first time each of these orders is served.</summary>
internal sealed class FailsOnce(Distribution time, Func<long, bool> forOrder) : Distribution
{
    private readonly HashSet<long> _failed = [];

    public override double Mean => time.Mean;

    public override double Variance => time.Variance;

    public override double Sample(ref RandomStream random, long index)
    {
        lock (_failed)
        {
            if (forOrder(index + 1) && _failed.Add(index))
            {
                throw new InvalidOperationException("out of beans");
            }
        }

        return time.Sample(ref random, index);
    }
}
