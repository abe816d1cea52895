using ActorCafe.Queueing.Statistics;
using ActorCafe.Queueing.Streams;
using ActorCafe.Shop.Observation;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Running;

/// <summary>
/// Determines an automatic warm-up from pilot runs with seeds of their own. It depends on the shop and its seed alone, so all replications leave out the same
/// orders, whenever and wherever they run. A truncation found in the measured run would depend on the values that are averaged afterwards, and bias their mean.
/// </summary>
internal static class WarmUpPilots
{
    /// <summary>Pilot runs.</summary>
    public const int Count = 20;

    /// <summary>Orders in the first pilot runs. If these are too few to show a settled shop, longer ones follow.</summary>
    public const long Shortest = 2000;

    private const long Longest = 128_000;
    private const int Growth = 4;

    /// <summary>Returns the number of orders to leave out: at most half of a run, and 0 for a shop without a steady state to warm up to.</summary>
    public static async Task<long> FindAsync(ShopSettings shop, RunOptions options)
    {
        if (shop.Customers.Arrivals is ArrivalSettings.Trace or ArrivalSettings.AllAtOnce || !OfferedLoad.Unstable(shop).IsEmpty)
        {
            return 0;
        }

        var orders = shop.Customers.Orders ?? long.MaxValue;
        var longest = Math.Clamp(orders / Growth, Shortest, Longest);
        for (var length = Shortest; ;)
        {
            var (average, arrived) = await RunAsync(shop, length, options).ConfigureAwait(false);
            var (warmUp, isLongEnough) = average.WarmUp();
            if (arrived < length && arrived > 0)
            {
                // The clock ends these runs, and the measured one too: look again, at as many orders as each of them has.
                orders = Math.Min(orders, arrived);
                longest = length = arrived;
            }
            else if (isLongEnough || length == longest || arrived == 0)
            {
                return Math.Min(warmUp, orders / 2);
            }
            else
            {
                length = Math.Min(length * Growth, longest);
            }
        }
    }

    /// <returns>The average of the pilot runs, and the fewest orders that arrived in one of them.</returns>
    private static async Task<(InitialTransient Average, long Arrived)> RunAsync(ShopSettings shop, long orders, RunOptions options)
    {
        shop = shop with
        {
            Clock = shop.Clock with { Mode = ClockMode.Virtual },
            Customers = shop.Customers with { Orders = orders },
            Statistics = shop.Statistics with { WarmUp = WarmUp.None },
        };
        var config = ActorSystems.SilentConfigOf(shop);
        var recorders = new Recorder[Count];
        await Parallel.ForAsync(0, Count, new ParallelOptions { MaxDegreeOfParallelism = options.Parallel }, async (at, _) =>
        {
            var pilot = shop with { Seed = (long)RandomStream.For(shop.Seed, StreamNames.Pilot, at).NextUInt64() };
            recorders[at] = new Recorder(pilot) { Pilot = new InitialTransient(orders) };
            try
            {
                await new SingleRun(pilot, config, recorders[at]) { Slots = options.Slots }.RunAsync(options.CloseDoor).ConfigureAwait(false);
            }
            catch (ShopFailedException)
            {
                // What was seen until then counts. If the measured run fails too, that is reported.
            }
        }).ConfigureAwait(false);

        // In a fixed order, so that the sums are the same to the last bit however the runs were scheduled.
        var average = new InitialTransient(orders);
        foreach (var recorder in recorders)
        {
            average.Add(recorder.Pilot!);
        }

        return (average, recorders.Min(recorder => recorder.Departed + recorder.Inside));
    }
}
