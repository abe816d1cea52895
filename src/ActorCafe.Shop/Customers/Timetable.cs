using ActorCafe.Queueing.Streams;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Customers;

/// <summary>The arrival times of processes that do not depend on the shop.</summary>
internal static class Timetable
{
    // More cycles of rates than these without a customer are skipped at once. Skipping rounds differently from passing hour by hour.
    private const int MostCycles = 1000;

    private static readonly long LastHour = (long)TimeSpan.MaxValue.TotalHours;

    /// <summary>Lists the arrivals of a process in order of time, possibly without end.</summary>
    /// <param name="process">The process.</param>
    /// <param name="seed">The seed of its random draws.</param>
    /// <param name="opening">The time of the shop's clock at opening. A trace has the clock's times anyway.</param>
    /// <exception cref="ArgumentException">The process has no timetable, because its arrivals depend on the shop.</exception>
    public static IEnumerable<Arrival> Of(ArrivalSettings process, long seed, TimeSpan opening) => process switch
    {
        ArrivalSettings.Renewal renewal => Renewal(renewal, seed, opening),
        ArrivalSettings.AllAtOnce => [new Arrival(opening, long.MaxValue)],
        ArrivalSettings.Trace trace => trace.Entries.Select(entry => new Arrival(entry.Time, 1, entry.Customer, entry.Drink)),
        ArrivalSettings.Hourly hourly => Hourly(hourly, seed, opening),
        _ => throw new ArgumentException($"{process.GetType().Name} customers have no timetable.", nameof(process)),
    };

    private static IEnumerable<Arrival> Renewal(ArrivalSettings.Renewal process, long seed, TimeSpan opening)
    {
        var streams = new RandomStreams(seed, StreamNames.Arrival);
        var (now, next, stretch) = (opening, 0, 1.0);
        for (var arrival = 1L; ; arrival++)
        {
            var stream = streams.For(arrival);
            var left = process.Gap.Sample(ref stream, arrival - 1);
            while (next < process.Changes.Length && Durations.Add(now, Durations.FromSeconds(left * stretch)) > process.Changes[next].At)
            {
                // Up to the change the gap passes as before, so everything before it stays the same to the last bit.
                var change = process.Changes[next++];
                if (change.At > now)
                {
                    left -= (change.At - now).TotalSeconds / stretch;
                    now = change.At;
                }

                stretch = change.Mean.TotalSeconds / process.Gap.Mean;
            }

            now = Durations.Add(now, Durations.FromSeconds(Math.Max(0, left) * stretch));
            yield return new Arrival(now, process.Batch);
        }
    }

    /// <summary>
    /// A non-homogeneous Poisson process by inversion (Cinlar, Introduction to Stochastic Processes, 1975): unit-rate arrivals on the axis of expected
    /// customers, mapped back through the piecewise linear cumulative rate.
    /// </summary>
    private static IEnumerable<Arrival> Hourly(ArrivalSettings.Hourly process, long seed, TimeSpan opening)
    {
        var streams = new RandomStreams(seed, StreamNames.Arrival);
        var perCycle = process.RatesPerHour.Sum();
        var (hour, passed, left) = (opening.Ticks / TimeSpan.TicksPerHour, (double)(opening.Ticks % TimeSpan.TicksPerHour) / TimeSpan.TicksPerHour, 0.0);
        for (var order = 1L; ; order++)
        {
            var stream = streams.For(order);
            left += stream.NextExponential();
            if (left > MostCycles * perCycle)
            {
                var cycles = Math.Min(Math.Floor(left / perCycle), LastHour);
                left -= cycles * perCycle;
                hour += (long)cycles * process.RatesPerHour.Length;
            }

            double rate;
            while (left > (rate = process.RatesPerHour[(int)(hour % process.RatesPerHour.Length)]) * (1 - passed) && hour <= LastHour)
            {
                left -= rate * (1 - passed);
                passed = 0;
                hour++;
            }

            passed += left / rate;
            left = 0;
            yield return new Arrival(Durations.FromSeconds((hour + passed) * 3600), 1);
        }
    }
}
