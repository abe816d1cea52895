using ActorCafe.Time;
using Akka.Actor;

namespace ActorCafe.Shop.Tests;

/// <summary>A clock that a test advances: it keeps scheduled messages and sends them when the test says so.</summary>
internal sealed class ManualClock : IClock
{
    private readonly Lock _gate = new();
    private readonly List<Alarm> _pending = [];
    private long _sequence;

    public TimeSpan Now { get; private set; }

    public long Events { get; private set; }

    public bool IsReleased { get; private set; }

    /// <summary>The scheduled messages, next first.</summary>
    public IReadOnlyList<Alarm> Pending
    {
        get
        {
            lock (_gate)
            {
                return [.. _pending.OrderBy(alarm => alarm.Due).ThenBy(alarm => alarm.Rank).ThenBy(alarm => alarm.Sequence)];
            }
        }
    }

    public void Release() => IsReleased = true;

    public void Schedule(TimeSpan delay, long rank, IActorRef receiver, object message)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        lock (_gate)
        {
            _pending.Add(new Alarm(Now + delay, rank, _sequence++, receiver, message));
        }
    }

    public void ScheduleBackground(TimeSpan delay, long rank, IActorRef receiver, object message) => Schedule(delay, rank, receiver, message);

    /// <summary>Sends every message due up to this time, in order, and sets the clock to it.</summary>
    public void AdvanceTo(double seconds)
    {
        var until = TimeSpan.FromSeconds(seconds);
        while (Pending is [{ } next, ..] && next.Due <= until)
        {
            Fire(next);
        }

        Now = until;
    }

    /// <summary>Sends one message, whenever it is due.</summary>
    public void Fire(Alarm alarm)
    {
        lock (_gate)
        {
            _pending.Remove(alarm);
            Now = alarm.Due > Now ? alarm.Due : Now;
            Events++;
        }

        alarm.Receiver.Tell(alarm.Message, ActorRefs.NoSender);
    }

    internal sealed record Alarm(TimeSpan Due, long Rank, long Sequence, IActorRef Receiver, object Message);
}
