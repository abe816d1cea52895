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

    /// <summary>Simulates more orders until the interval is within 1 % to each side, or a million. Null if that run cannot be completed.</summary>
    public static async Task<Capacity?> OfAsync(ShopSettings shop, CancellationToken closeDoor)
    {
        try
        {
            for (var orders = Fewest; ;)
            {
                var served = new ServedOrders(orders);
                var settings = Saturated(shop, orders);
                var run = new SingleRun(settings, ActorSystems.SilentConfigOf(settings), new Recorder(settings, served));
                if ((await run.RunAsync(closeDoor).ConfigureAwait(false)).Interrupted || served.SecondsPerOrder(shop.Statistics.Confidence) is not (> 0 and var low, var high))
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
        /// The interval of the mean time by which each served order, in their numbers, puts off the time when all up to it are served. Unlike a count of departures,
        /// it does not take drinks that overtake others for a higher rate, and the emptying at the end is no part of it. The first tenth, which fills the shop,
        /// is left out.
        /// </summary>
        public (double Low, double High)? SecondsPerOrder(double confidence)
        {
            var batches = new BatchMeans();
            var until = TimeSpan.Zero;
            foreach (var (at, served) in _served.Index())
            {
                if (served == default)
                {
                    continue;
                }

                var later = served > until ? served : until;
                if (at >= _served.Length / 10)
                {
                    batches.Add((later - until).TotalSeconds);
                }

                until = later;
            }

            return batches.Confidence(confidence);
        }
    }
}
