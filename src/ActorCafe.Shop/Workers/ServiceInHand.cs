using ActorCafe.Time;
using Akka.Actor;

namespace ActorCafe.Shop.Workers;

/// <summary>The step that a worker is performing. It can be suspended; what is left of it is performed later, here or by another worker.</summary>
internal sealed class ServiceInHand(IClock clock, IActorRef worker)
{
    /// <summary>The clock tells the worker that the step has ended. One that is not the current one belongs to a suspended step.</summary>
    internal sealed class StepEnded;

    private StepEnded _current = new();
    private TimeSpan _began;
    private TimeSpan _length;

    public bool IsCurrent(StepEnded ended) => ReferenceEquals(ended, _current);

    /// <summary>Begins a step, or goes on with one.</summary>
    /// <param name="length">The time that it takes, or that is left of it.</param>
    /// <param name="rank">The rank of its end among the events of that instant.</param>
    public void Begin(TimeSpan length, long rank)
    {
        (_began, _length) = (clock.Now, length);
        clock.Schedule(length, rank, worker, _current);
    }

    /// <summary>Suspends the step. Returns the time left of it: with the real clock, whose timers may be late, not less than 0.</summary>
    public TimeSpan Suspend()
    {
        _current = new StepEnded();
        return Durations.Until(_length, clock.Now - _began);
    }
}
