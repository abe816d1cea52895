using ActorCafe.Queueing.Distributions;
using ActorCafe.Queueing.Streams;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Workers;

/// <summary>
/// Draws when the worker of one number at a stage breaks down, and how long its repairs take, as a function of (seed, stage, worker, number). The number counts
/// on when a worker of that number leaves and another comes, so that the new worker does not repeat earlier times.
/// </summary>
internal sealed class BreakdownTimes(Breakdown breakdown, long seed, string stage, int worker)
{
    private readonly RandomStreams _ups = new(seed, StreamNames.Up ^ Purpose.Of(stage));
    private readonly RandomStreams _repairs = new(seed, StreamNames.Repair ^ Purpose.Of(stage));
    private long _number = -1;

    /// <summary>Draws the time to the next breakdown.</summary>
    public TimeSpan NextUp() => Draw(breakdown.Up, _ups, ++_number);

    /// <summary>Draws the time of the repair after that.</summary>
    public TimeSpan Repair() => Draw(breakdown.Repair, _repairs, _number);

    private TimeSpan Draw(Distribution time, RandomStreams streams, long number)
    {
        var stream = streams.For(worker, number);
        return Durations.FromSeconds(time.Sample(ref stream, number));
    }
}
