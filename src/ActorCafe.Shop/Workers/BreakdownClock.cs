using ActorCafe.Time;
using Akka.Actor;

namespace ActorCafe.Shop.Workers;

/// <summary>Says when a worker breaks down and when its repair ends: by the clock alone, whatever the worker is doing.</summary>
internal sealed class BreakdownClock(IClock clock, IActorRef worker, BreakdownTimes times, int number)
{
    /// <summary>A time up or a repair ends. One that is not the current one is from before a restart.</summary>
    internal sealed record Alarm(TimeSpan Due);

    private Alarm? _current;

    /// <summary>Whether a repair is under way.</summary>
    public bool IsRepairing { get; private set; }

    /// <summary>The first time up begins now.</summary>
    public void Start() => Set(times.NextUp());

    /// <summary>Begins the repair or the next time up when an alarm rings; false if the alarm does not count. If it does, <see cref="SetNext"/> must follow.</summary>
    public bool Rings(Alarm alarm)
    {
        if (!ReferenceEquals(alarm, _current))
        {
            return false;
        }

        // With the real clock, workers start a moment before the shop opens and its time begins.
        if (Durations.Until(alarm.Due, clock.Now) is var left && left > TimeSpan.Zero)
        {
            Schedule(left);
            return false;
        }

        IsRepairing = !IsRepairing;
        return true;
    }

    /// <summary>Sets the next alarm, once the pool knows what this one has changed.</summary>
    // With the real clock a repair may end at once. If the alarm were set earlier, an order still on its way from the pool could reach the worker after it has
    // reported that it is idle again, along with the order that the pool then assigns to it.
    public void SetNext() => Set(IsRepairing ? times.Repair() : times.NextUp());

    private void Set(TimeSpan length)
    {
        _current = new Alarm(Durations.Add(clock.Now, length));
        Schedule(length);
    }

    private void Schedule(TimeSpan delay) => clock.ScheduleBackground(delay, IsRepairing ? EventRank.Repair : EventRank.Breakdown + number, worker, _current!);
}
