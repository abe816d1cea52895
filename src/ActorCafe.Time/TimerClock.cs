using Akka.Actor;

namespace ActorCafe.Time;

/// <summary>The wall clock, scaled, on the runtime's own timers: exact to a millisecond or two, where the wheel of Akka's scheduler ticks every 10 ms.</summary>
/// <param name="time">The wall clock and its timers.</param>
/// <param name="timeScale">Seconds of this clock per second of the wall, above 0.</param>
public sealed class TimerClock(TimeProvider time, double timeScale) : IClock
{
    private long? _released;
    private long _events;

    /// <inheritdoc/>
    public TimeSpan Now => _released is { } start ? time.GetElapsedTime(start) * timeScale : TimeSpan.Zero;

    /// <inheritdoc/>
    public long Events => Interlocked.Read(ref _events);

    /// <inheritdoc/>
    public void Release() => _released ??= time.GetTimestamp();

    /// <inheritdoc/>
    public void Schedule(TimeSpan delay, long rank, IActorRef receiver, object message)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        Interlocked.Increment(ref _events);
        if (delay == TimeSpan.Zero)
        {
            // As Akka's own scheduler does: no timer is made for what has not to wait.
            receiver.Tell(message, ActorRefs.NoSender);
            return;
        }

        new Call(receiver, message).In(time, delay / timeScale);
    }

    private sealed class Call(IActorRef receiver, object message)
    {
        // A timer nobody refers to is collected before it is due; this call is referred to by the timer, and the timer by it.
        private ITimer? _timer;

        public void In(TimeProvider time, TimeSpan delay)
        {
            _timer = time.CreateTimer(static call => ((Call)call!).Make(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

            // Timers cut their time down to whole milliseconds.
            _timer.Change(TimeSpan.FromMilliseconds(Math.Round(delay.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
        }

        private void Make()
        {
            _timer!.Dispose();
            receiver.Tell(message, ActorRefs.NoSender);
        }
    }
}
