using Akka.Actor;

namespace ActorCafe.Time;

/// <summary>The one source of time for actors: what time it is, and a message later.</summary>
public interface IClock
{
    /// <summary>The time since the clock was released; 0 before.</summary>
    TimeSpan Now { get; }

    /// <summary>How many events the clock has had to bring about so far.</summary>
    long Events { get; }

    /// <summary>The kernel on whose one thread all actors of this clock run, so that what they share there needs no lock; null: they run anywhere.</summary>
    VirtualKernel? Kernel => null;

    /// <summary>Lets time begin; a clock moved by events alone needs no telling.</summary>
    void Release();

    /// <summary>Tells <paramref name="receiver"/> the message when <paramref name="delay"/> has passed.</summary>
    /// <param name="delay">0 or more.</param>
    /// <param name="rank">
    /// Among events of one instant the lower rank comes first; of one rank, the one scheduled first.
    /// Clocks that do not own their instants (the real one) ignore it.
    /// </param>
    /// <param name="receiver">Who is told, without a sender.</param>
    /// <param name="message">What is told.</param>
    /// <exception cref="ArgumentOutOfRangeException">The delay is negative.</exception>
    void Schedule(TimeSpan delay, long rank, IActorRef receiver, object message);
}
