using System.Runtime.CompilerServices;
using Akka.Actor;
using Akka.Dispatch;

namespace ActorCafe.Time;

/// <summary>
/// Virtual time: one thread, one first-in-first-out run queue of mailboxes, and a queue of timers. When the run queue is empty, the clock jumps to the next
/// timer. A run is therefore the same to the last bit on any machine.
/// </summary>
/// <remarks>
/// Until <see cref="Run"/> is called, the clock stays where it starts and any thread may enqueue (set-up). From then on, a mailbox scheduled by another thread fails the
/// run, because its place in the order would be an accident; it runs only after the run. After the run, time stops and the thread pool takes over, so that the
/// actor system can be shut down.
/// </remarks>
internal sealed class VirtualKernel : IClock, IDisposable
{
    // A timer beyond what the clock can count. It may never matter, so the run fails only when the clock gets there.
    private const long OutOfReach = long.MaxValue;

    [ThreadStatic]
    private static VirtualKernel? _onThisThread;

    private readonly ForeignGate _gate = new();
    private readonly TimerQueue _timers = new();
    private readonly Requests _requests = new();
    private readonly Pacer _pacer = new(TimeProvider.System);
    private long _now;
    private int _background;
    private volatile bool _stopped;

    /// <inheritdoc/>
    public TimeSpan Now => new(_now);

    /// <inheritdoc/>
    public long Events { get; private set; }

    /// <summary>
    /// Clock seconds per real second, 0 or more; at 0 the clock is paused, and null (the default) does not wait for real time at all. Set it before the run or
    /// on the kernel's thread: the clock goes on from where it is.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 0 or not finite.</exception>
    public double? Pace
    {
        get => _pacer.Pace;
        set
        {
            if (value is not (null or (>= 0 and < double.PositiveInfinity)))
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, "A pace is 0 or more.");
            }

            _pacer.Change(value, _now, NextDue);
        }
    }

    /// <summary>The moment that this clock has reached. With a pace it also moves between two events. For the kernel's thread only.</summary>
    public TimeSpan Reached => new(_pacer.Reached(_now, NextDue));

    /// <summary>
    /// Called when only timers in the background are left: whether the run goes on with them. Null if it ends there. Set it before the run; it may
    /// <see cref="Post"/> something.
    /// </summary>
    public Func<bool>? GoesOnInBackground { get; set; }

    /// <summary>Whether the calling thread is the one that this kernel runs on.</summary>
    public bool IsCurrent => ReferenceEquals(_onThisThread, this);

    /// <summary>Whether a run is going on, in which only the kernel's thread runs its actors and sends to them.</summary>
    public bool IsRunning => _gate.IsRunning;

    /// <inheritdoc/>
    public VirtualKernel Kernel => this;

    internal ActorRunner Runner { get; } = new();

    /// <inheritdoc/>
    public void Release()
    {
        // Time only moves when a timer is due.
    }

    /// <summary>Sets the time at which the clock starts, 0 by default. Call it before the run, and before anything is scheduled.</summary>
    public void StartAt(TimeSpan time)
    {
        _now = time.Ticks;
        _pacer.Change(Pace, _now, _now);
    }

    /// <inheritdoc/>
    public void Schedule(TimeSpan delay, long rank, IActorRef receiver, object message)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        if (_gate.IsOver)
        {
            // Actors that are stopping, on any thread.
            return;
        }

        _timers.Add(After(delay), rank, receiver, message);
    }

    /// <inheritdoc/>
    public void ScheduleBackground(TimeSpan delay, long rank, IActorRef receiver, object message)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        var due = After(delay);
        if (_gate.IsOver || due == OutOfReach)
        {
            return;
        }

        _background++;
        _timers.Add(due, rank, null, () =>
        {
            _background--;
            Events--;
            receiver.Tell(message, ActorRefs.Nobody);
        });
    }

    /// <summary>
    /// Runs an action by which a foreign thread changes what this kernel's actors share. Before and after the run it runs at once. During the run it fails the
    /// run, and the action is deferred until after it.
    /// </summary>
    /// <param name="receiver">The actor that it concerns, as the error names it; null if it is not known.</param>
    /// <param name="deed">The action.</param>
    public void Admit(IActorRef? receiver, Action deed)
    {
        if (!_gate.Admit(receiver, deed))
        {
            _requests.Wake();
        }
    }

    /// <summary>Runs an action on the kernel's thread, between two events. Can be called from any thread.</summary>
    public void Post(Action request) => _requests.Post(request);

    /// <summary>Ends <see cref="Run"/> the next time the run queue is empty.</summary>
    public void Stop()
    {
        _stopped = true;
        _requests.Wake();
    }

    /// <summary>Runs on the calling thread until stopped or drained.</summary>
    /// <param name="root">
    /// The top-level actor. An actor system starts it on a thread of its own and delivers earlier messages from there, so the run begins only after that.
    /// </param>
    /// <returns>True if it was stopped; false if no message and no timer was left except those in the background (drained).</returns>
    /// <exception cref="ForeignThreadException">A mailbox was scheduled from another thread.</exception>
    /// <exception cref="ClockExhaustedException">The next timer is later than the clock can count.</exception>
    public bool Run(IActorRef root)
    {
        if (root is IRepointableRef repointable)
        {
            SpinWait.SpinUntil(() => repointable.IsStarted);
        }

        var outer = ActorRunner.Enter();
        _onThisThread = this;
        _gate.Close();
        try
        {
            return Loop();
        }
        finally
        {
            Runner.Leave(outer);
            _onThisThread = null;
            HandOverToThreadPool();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _requests.Dispose();

    internal void ScheduleCall(TimeSpan delay, Action action) =>
        _timers.Add(After(delay > TimeSpan.Zero ? delay : TimeSpan.Zero), 0, null, action);

    /// <summary>Adds a mailbox that has work to do.</summary>
    internal void Enqueue(IRunnable mailbox)
    {
        if (IsCurrent)
        {
            Runner.Enqueue(mailbox);
        }
        else
        {
            EnqueueForeign(mailbox);
        }
    }

    private void EnqueueForeign(IRunnable mailbox) => Admit(null, () =>
    {
        if (_gate.IsSetUp)
        {
            Runner.Enqueue(mailbox);
        }
        else
        {
            ThreadPool.UnsafeQueueUserWorkItem(mailbox, preferLocal: false);
        }
    });

    private long After(TimeSpan delay) => delay.Ticks < OutOfReach - _now ? _now + delay.Ticks : OutOfReach;

    private long NextDue => _timers.TryPeek(out var due) ? due : _now;

    // What is left of an instant, such as the changes of several pools, may work together only.
    private bool IsInstantUnfinished => _timers.TryPeek(out var due) && due == _now;

    private bool Loop()
    {
        _pacer.Start();
        ref var current = ref Runner.Current;
        while (true)
        {
            Runner.RunAll(ref current);
            // Whoever decides that the run goes on may post something.
            if (_timers.Count == _background && !_requests.Any && !IsInstantUnfinished && GoesOnInBackground?.Invoke() != true)
            {
                return false;
            }

            if (_requests.Any)
            {
                if (_gate.Intruder is { } origin)
                {
                    throw new ForeignThreadException(origin);
                }

                if (_stopped)
                {
                    return true;
                }

                _requests.Serve();
                continue;
            }

            if (!_timers.TryPeek(out var due))
            {
                return false;
            }

            if (Pace is not null && !WaitFor(due))
            {
                continue;
            }

            if (due == OutOfReach)
            {
                throw new ClockExhaustedException();
            }

            _now = due;
            Ring(ref current);
        }
    }

    // Separate from the loop, which is entered only once: the JIT optimizes fully only what is called often.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Ring(ref ActorCell? current)
    {
        var timer = _timers.Take();
        Events++;
        if (timer.Receiver is not { } receiver)
        {
            ((Action)timer.Message)();
        }
        else if (!Runner.TryRun(receiver, timer.Message, ref current))
        {
            receiver.Tell(timer.Message, ActorRefs.Nobody);
        }
    }

    /// <summary>Waits for real time to reach the moment. False after a wait, because requests may have come in the meantime.</summary>
    private bool WaitFor(long due)
    {
        var wait = _pacer.Until(due);
        if (wait < TimeSpan.FromMilliseconds(1))
        {
            return true;
        }

        _requests.Wait(wait);
        return false;
    }

    private void HandOverToThreadPool()
    {
        _gate.Open();
        while (Runner.Dequeue() is { } mailbox)
        {
            ThreadPool.UnsafeQueueUserWorkItem(mailbox, preferLocal: false);
        }
    }
}
