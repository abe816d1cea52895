using Akka.Actor;

namespace ActorCafe.Time;

/// <summary>The only source of time for actors: tells the time, and sends messages later.</summary>
internal interface IClock
{
    /// <summary>The clock's time; until it is released, the time at which it starts. <see cref="TimeSpan.MaxValue"/> is no time: the clock can count no further.</summary>
    TimeSpan Now { get; }

    /// <summary>The time up to which every timer in the background has rung: with real time, one may be due that has not rung yet.</summary>
    TimeSpan Settled => Now;

    /// <summary>Timer events so far, without those in the background. The virtual clock counts a timer when it rings, the real one when it is set.</summary>
    long Events { get; }

    /// <summary>The kernel whose one thread runs all actors of this clock, so that state they share needs no lock; null if they run on any thread.</summary>
    VirtualKernel? Kernel => null;

    /// <summary>Starts time. Has no effect on a clock that only events move.</summary>
    void Release();

    /// <summary>Tells <paramref name="receiver"/> the message when <paramref name="delay"/> has passed.</summary>
    /// <param name="delay">0 or more.</param>
    /// <param name="rank">
    /// Among events of one instant, the lower rank comes first; of equal ranks, the one scheduled first. The real clock ignores it, because it does not control
    /// its instants.
    /// </param>
    /// <param name="receiver">The actor that is told, without a sender.</param>
    /// <param name="message">The message.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative.</exception>
    void Schedule(TimeSpan delay, long rank, IActorRef receiver, object message);

    /// <summary>
    /// As <see cref="Schedule"/>, with a timer in the background: it is no event of the run, and keeps no run alive. For what would go on forever by itself, such
    /// as a schedule that repeats.
    /// </summary>
    void ScheduleBackground(TimeSpan delay, long rank, IActorRef receiver, object message);
}
