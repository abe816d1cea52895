using ActorCafe.Queueing.Streams;

namespace ActorCafe.Cluster.Hosts;

/// <summary>
/// When to say something again that was not answered: after 0.25 s, then twice as long each time up to 2 s, each 25 % more or less
/// at random, so that thousands who lost the same node do not all speak at once.
/// </summary>
/// <param name="who">Makes the chances of one differ from those of another.</param>
internal sealed class Backoff(long who)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    private static readonly ulong Stream = Purpose.Of("backoff");

    private TimeSpan _next = First;
    private long _drawn;

    public void Reset() => _next = First;

    public TimeSpan Next()
    {
        var stream = RandomStream.For(who, Stream, _drawn++);
        var delay = _next * (0.75 + (0.5 * stream.NextDouble()));
        _next = _next * 2 < Longest ? _next * 2 : Longest;
        return delay;
    }
}
