using System.Diagnostics.CodeAnalysis;

namespace ActorCafe.Shop.Orders;

/// <summary>An order's visit to a stage; an instant that never came is null.</summary>
[SuppressMessage("Performance", "CA1815", Justification = "Never compared.")]
public struct Visit
{
    // One more than the ticks, so that an empty visit is all zeros.
    private long _enqueued;
    private long _started;
    private long _finished;

    /// <summary>The moment of entering the queue.</summary>
    public TimeSpan? Enqueued
    {
        readonly get => Read(_enqueued);
        internal set => _enqueued = Write(value);
    }

    /// <summary>The moment service began.</summary>
    public readonly TimeSpan? Started => Read(_started);

    /// <summary>The moment service ended.</summary>
    public TimeSpan? Finished
    {
        readonly get => Read(_finished);
        internal set => _finished = Write(value);
    }

    /// <summary>The worker's number at its stage, from 1; 0 is nobody.</summary>
    public int Worker { get; internal set; }

    /// <summary>Service begins; never before the order came in.</summary>
    /// <param name="now">
    /// When, as the worker read the clock. With the real clock another thread may have brought the order in after that and before the worker
    /// had it.
    /// </param>
    internal void Begin(TimeSpan now) => _started = Math.Max(Write(now), _enqueued);

    /// <summary>The three moments in ticks; -1 for one that never came.</summary>
    internal readonly (long Enqueued, long Started, long Finished) Ticks => (_enqueued - 1, _started - 1, _finished - 1);

    private static TimeSpan? Read(long value) => value == 0 ? null : new TimeSpan(value - 1);

    private static long Write(TimeSpan? value) => value is { } time ? time.Ticks + 1 : 0;
}
