using Akka.Actor;

namespace ActorCafe.Time;

/// <summary>
/// Real time, scaled, on the runtime's own timers. They are exact to a millisecond or two, where the wheel of Akka's scheduler ticks every 10 ms.
/// </summary>
/// <param name="time">The source of real time and its timers.</param>
/// <param name="timeScale">Clock seconds per real second, above 0.</param>
/// <param name="dispatcher">Counts the clock's pending timers to notice when a run has drained; null if that is not needed.</param>
/// <param name="startAt">The time at which the clock starts, 0 or more.</param>
internal sealed class WallClock(TimeProvider time, double timeScale, RealDispatcher? dispatcher = null, TimeSpan startAt = default) : IClock
{
    private const long NotReleased = -1;

    private readonly SortedSet<(TimeSpan Due, long Number)> _background = [];
    private long _backgroundSoFar;
    private long _start = NotReleased;
    private long _events;

    /// <inheritdoc/>
    /// <remarks>An actor finds the same time for as long as it handles one message: see <see cref="Turn"/>.</remarks>
    public TimeSpan Now => Turn.NowOf(this);

    /// <inheritdoc/>
    public TimeSpan Settled
    {
        get
        {
            lock (_background)
            {
                var now = Read();
                return IsLateAt(now) ? _background.Min.Due - TimeSpan.FromTicks(1) : now;
            }
        }
    }

    /// <summary>Whether a timer in the background is due and has not rung yet. When it has rung, the run drains once more.</summary>
    public bool IsLate
    {
        get
        {
            lock (_background)
            {
                return IsLateAt(Read());
            }
        }
    }

    /// <inheritdoc/>
    public long Events => Interlocked.Read(ref _events);

    /// <inheritdoc/>
    public void Release()
    {
        if (Interlocked.CompareExchange(ref _start, time.GetTimestamp(), NotReleased) == NotReleased)
        {
            dispatcher?.End();
        }
    }

    /// <inheritdoc/>
    public void Schedule(TimeSpan delay, long rank, IActorRef receiver, object message)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        Interlocked.Increment(ref _events);
        Remind(delay, receiver, message, rung: null);
    }

    /// <inheritdoc/>
    public void ScheduleBackground(TimeSpan delay, long rank, IActorRef receiver, object message)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        lock (_background)
        {
            var timer = (Due: Saturate((double)Now.Ticks + delay.Ticks), Number: _backgroundSoFar++);
            _background.Add(timer);
            Remind(delay, receiver, message, rung: () =>
            {
                lock (_background)
                {
                    _background.Remove(timer);
                }
            });
        }
    }

    /// <summary>The time right now.</summary>
    internal TimeSpan Read() => Volatile.Read(ref _start) is var start && start == NotReleased ? startAt
        : timeScale == 1 ? startAt + time.GetElapsedTime(start)
        : Saturate(startAt.Ticks + Math.Round(time.GetElapsedTime(start).Ticks * timeScale));

    /// <param name="rung">For a timer in the background: notes that it has rung.</param>
    private void Remind(TimeSpan delay, IActorRef receiver, object message, Action? rung)
    {
        if (delay == TimeSpan.Zero)
        {
            // Without a delay there is no need for a timer; Akka's own scheduler does the same.
            receiver.Tell(message, ActorRefs.NoSender);
            rung?.Invoke();
            return;
        }

        if (rung is null)
        {
            dispatcher?.Begin();
        }

        new Reminder(time, dispatcher, receiver, message, rung).Start(RealTime(delay));
    }

    private bool IsLateAt(TimeSpan now) => _background.Count > 0 && _background.Min.Due <= now;

    private static TimeSpan Saturate(double ticks) => ticks < TimeSpan.MaxValue.Ticks ? new((long)ticks) : TimeSpan.MaxValue;

    // What is out of reach must not come true a little early, because a timer is rounded.
    private TimeSpan RealTime(TimeSpan delay) =>
        Saturate(Math.Round(delay.Ticks / timeScale) + (delay == TimeSpan.MaxValue ? TimeSpan.TicksPerMillisecond : 0));

    /// <summary>
    /// A timer and its message. The runtime's timer and this object refer to each other; otherwise the timer could be collected before it is due.
    /// </summary>
    private sealed class Reminder
    {
        // The runtime's timers take at most about 49 days.
        private static readonly TimeSpan Longest = TimeSpan.FromDays(40);

        private readonly RealDispatcher? _dispatcher;
        private readonly IActorRef _receiver;
        private readonly object _message;
        private readonly Action? _rung;
        private readonly ITimer _timer;
        private TimeSpan _left;

        public Reminder(TimeProvider time, RealDispatcher? dispatcher, IActorRef receiver, object message, Action? rung)
        {
            (_dispatcher, _receiver, _message, _rung) = (dispatcher, receiver, message, rung);
            _timer = time.CreateTimer(static reminder => ((Reminder)reminder!).Ring(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public void Start(TimeSpan delay)
        {
            var slice = delay < Longest ? delay : Longest;
            _left = delay - slice;

            // Timers truncate to whole milliseconds.
            _timer.Change(TimeSpan.FromMilliseconds(Math.Round(slice.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
        }

        private void Ring()
        {
            if (_left > TimeSpan.Zero)
            {
                Start(_left);
                return;
            }

            _timer.Dispose();
            if (_rung is not null)
            {
                // A timer in the background counts only while it rings. Otherwise the run could drain, and be judged, between the message and the note of it.
                _dispatcher?.Begin();
            }

            try
            {
                _receiver.Tell(_message, ActorRefs.NoSender);
            }
            finally
            {
                _rung?.Invoke();
                _dispatcher?.End();
            }
        }
    }
}
