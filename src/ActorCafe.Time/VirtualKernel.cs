using System.Collections.Concurrent;
using System.Globalization;
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
public sealed class VirtualKernel : IClock, IDisposable
{
    // A timer beyond what the clock can count. It may never matter, so the run fails only when the clock gets there.
    private const long OutOfReach = long.MaxValue;

    [ThreadStatic]
    private static VirtualKernel? _onThisThread;

    private readonly RunQueue _runQueue = new();
    private readonly Queue<Action> _foreign = new();
    private readonly TimerQueue _timers = new();
    private readonly ConcurrentQueue<Action> _requests = new();
    private readonly ManualResetEventSlim _wake = new();
    private readonly Lock _gate = new();
    private readonly Pacer _pacer = new(TimeProvider.System);
    private long _now;
    private int _background;
    private volatile Phase _phase = Phase.SetUp;
    private volatile bool _hasRequests;
    private volatile bool _stopped;
    private string? _foreignMessage;

    private enum Phase
    {
        SetUp,
        Running,
        Over,
    }

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
    public bool IsRunning => _phase == Phase.Running;

    /// <inheritdoc/>
    public VirtualKernel Kernel => this;

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
        if (_phase == Phase.Over)
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
        if (_phase == Phase.Over || due == OutOfReach)
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
    /// <param name="receiver">The actor that it concerns, as the error names it.</param>
    /// <param name="deed">The action.</param>
    public void Admit(IActorRef receiver, Action deed) => FromForeign(receiver, deed);

    /// <summary>Runs an action on the kernel's thread, between two events. Can be called from any thread.</summary>
    public void Post(Action request)
    {
        _requests.Enqueue(request);
        _hasRequests = true;
        _wake.Set();
    }

    /// <summary>Ends <see cref="Run"/> the next time the run queue is empty.</summary>
    public void Stop()
    {
        _stopped = true;
        _wake.Set();
    }

    /// <summary>Runs on the calling thread until stopped or drained.</summary>
    /// <param name="root">
    /// The top-level actor. An actor system starts it on a thread of its own and delivers earlier messages from there, so the run begins only after that.
    /// </param>
    /// <returns>True if it was stopped; false if no message and no timer was left but for those in the background (drained).</returns>
    /// <exception cref="ForeignThreadException">A mailbox was scheduled from another thread.</exception>
    /// <exception cref="ClockExhaustedException">The next timer is later than the clock can count.</exception>
    public bool Run(IActorRef root)
    {
        if (root is IRepointableRef repointable)
        {
            SpinWait.SpinUntil(() => repointable.IsStarted);
        }

        _onThisThread = this;
        lock (_gate)
        {
            _phase = Phase.Running;
        }

        try
        {
            return Loop();
        }
        finally
        {
            _onThisThread = null;
            HandOverToThreadPool();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _wake.Dispose();

    internal void ScheduleCall(TimeSpan delay, Action action) =>
        _timers.Add(After(delay > TimeSpan.Zero ? delay : TimeSpan.Zero), 0, null, action);

    /// <summary>Adds a mailbox that has work to do.</summary>
    internal void Enqueue(IRunnable mailbox)
    {
        if (IsCurrent)
        {
            _runQueue.Enqueue(mailbox);
        }
        else
        {
            EnqueueForeign(mailbox);
        }
    }

    private void FromForeign(IActorRef? receiver, Action deed)
    {
        lock (_gate)
        {
            if (_phase == Phase.SetUp)
            {
                deed();
                return;
            }

            if (_phase == Phase.Running)
            {
                NoteForeign(receiver);
                _foreign.Enqueue(deed);
                return;
            }
        }

        deed();
    }

    private void EnqueueForeign(IRunnable mailbox) => FromForeign(null, () =>
    {
        if (_phase == Phase.SetUp)
        {
            _runQueue.Enqueue(mailbox);
        }
        else
        {
            ThreadPool.UnsafeQueueUserWorkItem(mailbox, preferLocal: false);
        }
    });

    private void NoteForeign(IActorRef? receiver)
    {
        var thread = Thread.CurrentThread;
        var origin = string.Create(CultureInfo.InvariantCulture, $"thread {thread.ManagedThreadId} '{thread.Name}' to {receiver?.Path.ToString() ?? "a mailbox"}");
        Interlocked.CompareExchange(ref _foreignMessage, origin, null);
        _wake.Set();
    }

    private long After(TimeSpan delay) => delay.Ticks < OutOfReach - _now ? _now + delay.Ticks : OutOfReach;

    private long NextDue => _timers.TryPeek(out var due) ? due : _now;

    // What is left of an instant, such as the changes of several pools, may work together only.
    private bool IsInstantUnfinished => _timers.TryPeek(out var due) && due == _now;

    private bool Loop()
    {
        _pacer.Start();
        while (true)
        {
            RunMailboxes();
            if (Volatile.Read(ref _foreignMessage) is { } origin)
            {
                throw new ForeignThreadException(origin);
            }

            if (_stopped)
            {
                return true;
            }

            if (_timers.Count == _background && !_hasRequests && !IsInstantUnfinished && GoesOnInBackground?.Invoke() != true)
            {
                return false;
            }

            if (_hasRequests)
            {
                ServeRequests();
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
            Ring();
        }
    }

    // Both are separate from the loop, which is entered only once: the JIT optimizes fully only what is called often.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RunMailboxes()
    {
        while (_runQueue.Dequeue() is { } runnable)
        {
            // Calling Akka's class directly avoids an interface call.
            if (runnable is Mailbox mailbox)
            {
                mailbox.Run();
            }
            else
            {
                runnable.Run();
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Ring()
    {
        var timer = _timers.Take();
        Events++;
        if (timer.Receiver is { } receiver)
        {
            receiver.Tell(timer.Message, ActorRefs.Nobody);
        }
        else
        {
            ((Action)timer.Message)();
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

        _wake.Wait(wait);
        _wake.Reset();
        return false;
    }

    private void ServeRequests()
    {
        _hasRequests = false;
        while (_requests.TryDequeue(out var request))
        {
            request();
        }
    }

    private void HandOverToThreadPool()
    {
        lock (_gate)
        {
            _phase = Phase.Over;
        }

        while (_foreign.TryDequeue(out var deed))
        {
            deed();
        }

        while (_runQueue.Dequeue() is { } mailbox)
        {
            ThreadPool.UnsafeQueueUserWorkItem(mailbox, preferLocal: false);
        }
    }
}
