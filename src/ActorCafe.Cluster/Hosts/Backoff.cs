using ActorCafe.Queueing.Streams;

namespace ActorCafe.Cluster.Hosts;

/// <summary>
/// Delays between repetitions of an unanswered message: 0.25 s, doubled each time up to the longest, 2 s. Each is randomized by ±25 %, so that thousands
/// of senders that lost the same node do not repeat at the same instant.
/// </summary>
/// <param name="who">The seed, different for each sender.</param>
/// <param name="longest">The longest delay; null: 2 s.</param>
internal sealed class Backoff(long who, TimeSpan? longest = null)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(250);
    private static readonly ulong Stream = Purpose.Of("backoff");

    private readonly TimeSpan _longest = longest ?? TimeSpan.FromSeconds(2);
    private TimeSpan _next = First;
    private long _drawn;

    public void Reset() => _next = First;

    public TimeSpan Next()
    {
        var stream = RandomStream.For(who, Stream, _drawn++);
        var delay = _next * (0.75 + (0.5 * stream.NextDouble()));
        _next = _next * 2 < _longest ? _next * 2 : _longest;
        return delay;
    }
}
