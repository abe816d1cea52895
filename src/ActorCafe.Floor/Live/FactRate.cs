namespace ActorCafe.Floor.Live;

/// <summary>How many facts came within the last second.</summary>
internal sealed class FactRate
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private readonly Queue<(long At, long Count)> _counts = [];
    private long _sum;

    /// <summary>Counts facts, and returns how many there were in the second up to now.</summary>
    /// <param name="count">How many came.</param>
    /// <param name="time">Wall time.</param>
    /// <param name="at">Now.</param>
    public long Add(long count, TimeProvider time, long at)
    {
        _counts.Enqueue((at, count));
        _sum += count;
        while (time.GetElapsedTime(_counts.Peek().At, at) > Window)
        {
            _sum -= _counts.Dequeue().Count;
        }

        return _sum;
    }
}
