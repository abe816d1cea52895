using ActorCafe.Queueing.Statistics;
using ActorCafe.Shop.Observation;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Running;

/// <summary>Measures the capacity of a shop whose stages hold each other up or turn orders away, by simulating it with customers who never stop coming.</summary>
internal static class CapacityMeasurement
{
    private const double Precision = 0.01;
    private const long Fewest = 20_000;
    private const long Most = 1_000_000;

    /// <summary>Simulates more orders until the interval is within ±1 %, or up to a million. Null if that run cannot be completed.</summary>
    public static async Task<Capacity?> OfAsync(ShopSettings shop, SemaphoreSlim? slots, CancellationToken closeDoor)
    {
        // The workers and the limited queues, which empty at the end.
        var places = shop.Stages.Sum(stage => OfferedLoad.LargestPool(stage) + (long)(stage.QueueCapacity ?? 0) * (stage.HasOneQueue ? 1 : stage.Workers));
        var isOneRoute = shop.Sold().Select(drink => string.Join(' ', drink.Recipe.Select(step => step.Stage))).Distinct().Count() == 1;
        try
        {
            for (var orders = Math.Clamp(20 * places, Fewest, Most); ;)
            {
                var served = new ServedOrders(orders);
                var settings = Saturated(shop, orders);
                var run = new SingleRun(settings, ActorSystems.SilentConfigOf(settings), new Recorder(settings, served)) { Slots = slots };
                if ((await run.RunAsync(closeDoor).ConfigureAwait(false)).Interrupted || served.SecondsPerOrder(isOneRoute, Math.Min(places, orders / 2), shop.Statistics.Confidence) is not var (low, high) || low <= 0)
                {
                    return null;
                }

                var mean = (low + high) / 2;
                var ratio = (high - mean) / mean / Precision;
                if (ratio <= 1 || orders == Most)
                {
                    return new Capacity(3600 / mean, CapacityHow.Measured, new Interval(3600 / high, 3600 / low));
                }

                // The width falls with the square root of the number of orders, and is an estimate itself.
                orders = (long)Math.Min(Most, orders * Math.Clamp(1.2 * ratio * ratio, 1.5, 10));
            }
        }
        catch (ShopFailedException)
        {
            return null;
        }
    }

    // In a queue of unlimited room that grows, drinks of low priority would wait until the end. Which drink goes first makes no difference to how many are served.
    private static ShopSettings Saturated(ShopSettings shop, long orders) => shop.Saturated(orders) with
    {
        Clock = shop.Clock with { Mode = ClockMode.Virtual },
        Stages = [.. shop.Stages.Select(stage => stage.QueueCapacity is null ? stage with { Priority = false } : stage)],
    };

    /// <summary>When the orders of a run were served.</summary>
    private sealed class ServedOrders(long orders) : IOrderLog
    {
        private readonly TimeSpan[] _served = new TimeSpan[orders];

        public void Left(Order order)
        {
            if (order.Outcome == Outcome.Served)
            {
                _served[order.Number - 1] = order.Left;
            }
        }

        /// <summary>
        /// The interval of the mean time between departures, without the first tenth, which fills the shop, and the last orders, which empty it. Drinks with
        /// routes of their own may overtake those that wait, at a rate that lasts only as long as the queue grows; so there it is the time by which each order
        /// puts off the moment when all up to its number are served.
        /// </summary>
        public (double Low, double High)? SecondsPerOrder(bool isOneRoute, long last, double confidence)
        {
            var times = _served.Where(time => time > TimeSpan.Zero).ToArray();
            if (isOneRoute)
            {
                Array.Sort(times);
            }

            var batches = new BatchMeans();
            var until = TimeSpan.Zero;
            for (var at = 0; at < times.Length - last; at++)
            {
                var later = times[at] > until ? times[at] : until;
                if (at >= times.Length / 10)
                {
                    batches.Add((later - until).TotalSeconds);
                }

                until = later;
            }

            return batches.Confidence(confidence);
        }
    }
}
