using System.Diagnostics.CodeAnalysis;

namespace ActorCafe.Shop.Orders;

/// <summary>An order's visit to a stage; a moment that has not come is null.</summary>
[SuppressMessage("Performance", "CA1815", Justification = "Never compared.")]
public struct Visit
{
    // Ticks + 1, so that an empty visit is all zeros.
    private long _enqueued;
    private long _started;
    private long _finished;

    /// <summary>When the order joined the stage.</summary>
    public TimeSpan? Enqueued
    {
        readonly get => Read(_enqueued);
        internal set => _enqueued = Write(value);
    }

    /// <summary>When service first began, although it may have been interrupted since.</summary>
    public readonly TimeSpan? Started => Read(_started);

    /// <summary>When service ended.</summary>
    public TimeSpan? Finished
    {
        readonly get => Read(_finished);
        internal set => _finished = Write(value);
    }

    /// <summary>The worker's number at its stage, from 1; 0 if no worker has it yet.</summary>
    public int Worker { get; internal set; }

    /// <summary>Records that service begins, but not before the order joined the stage.</summary>
    /// <param name="now">
    /// The time that the worker read. With the real clock, another thread may have admitted the order after that reading and before the worker received it.
    /// </param>
    internal void Begin(TimeSpan now) => _started = Math.Max(Write(now), _enqueued);

    /// <summary>The three moments in ticks; -1 for one that has not come.</summary>
    internal readonly (long Enqueued, long Started, long Finished) Ticks => (_enqueued - 1, _started - 1, _finished - 1);

    private static TimeSpan? Read(long value) => value == 0 ? null : new TimeSpan(value - 1);

    private static long Write(TimeSpan? value) => value is { } time ? time.Ticks + 1 : 0;
}
