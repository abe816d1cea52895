using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Akka.Actor;
using Akka.Dispatch;

namespace ActorCafe.Time;

/// <summary>
/// Virtual time: one thread, one first-in-first-out run queue of mailboxes, and a queue of timers. When the run queue is
/// empty the clock jumps to the next timer, so a run is the same to the last bit whatever machine it runs on.
/// </summary>
/// <remarks>
/// Until <see cref="Run"/> is called the clock stands at 0 and any thread may enqueue (set-up). From then on a mailbox
/// scheduled by another thread fails the run, its place in the order would be an accident; it is not run before the end. After
/// the run the thread pool takes over, so that the actor system can be shut down; time stands still.
/// </remarks>
public sealed class VirtualKernel : IClock, IDisposable
{
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
    /// Seconds of this clock per second of the wall, 0 or more; at 0 time stands still; null (the default) does not wait for the wall
    /// at all. Changed before the run or on the kernel's thread: the clock goes on from where it is.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0, or no number.</exception>
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

    /// <summary>The moment this clock has come to; between two events it goes with the wall where it has a pace. For the kernel's thread.</summary>
    public TimeSpan Reached => new(_pacer.Reached(_now, NextDue));

    /// <summary>Whether the calling thread is the one this kernel runs on.</summary>
    public bool IsCurrent => ReferenceEquals(_onThisThread, this);

    /// <summary>Whether the kernel's thread, and no other, runs its actors and sends to them.</summary>
    public bool IsRunning => _phase == Phase.Running;

    /// <inheritdoc/>
    public VirtualKernel Kernel => this;

    /// <inheritdoc/>
    public void Release()
    {
        // Time stands still until the first timer is due.
    }

    /// <inheritdoc/>
    public void Schedule(TimeSpan delay, long rank, IActorRef receiver, object message)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        if (_phase == Phase.Over)
        {
            // Actors on their way out, on any thread.
            return;
        }

        _timers.Add(checked(_now + delay.Ticks), rank, receiver, message);
    }

    /// <summary>
    /// Does what a thread other than the kernel's wants to do to what its actors share: at once, but for a kernel that runs, which
    /// fails by it; then it is done after the run.
    /// </summary>
    /// <param name="receiver">Whom it is for, as the failure names them.</param>
    /// <param name="deed">What is to be done.</param>
    public void Admit(IActorRef receiver, Action deed) => FromForeign(receiver, deed);

    /// <summary>Runs an action on the kernel's thread between two events; from any thread.</summary>
    public void Post(Action request)
    {
        _requests.Enqueue(request);
        _hasRequests = true;
        _wake.Set();
    }

    /// <summary>Ends <see cref="Run"/> when the run queue is next empty.</summary>
    public void Stop()
    {
        _stopped = true;
        _wake.Set();
    }

    /// <summary>Runs on the calling thread until stopped or drained.</summary>
    /// <param name="root">
    /// The top-level actor. An actor system puts it in place on a thread of its own, and what it was told before is delivered
    /// from there: the run begins when that is over.
    /// </param>
    /// <returns>True if it was stopped; false if neither a message nor a timer was left (drained).</returns>
    /// <exception cref="ForeignThreadException">A mailbox was scheduled from another thread.</exception>
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
        _timers.Add(checked(_now + Math.Max(0, delay.Ticks)), 0, null, action);

    /// <summary>Takes a mailbox that has something to do.</summary>
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

    private long NextDue => _timers.TryPeek(out var due) ? due : _now;

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

            _now = due;
            Ring();
        }
    }

    // Both apart from the loop, which is entered but once: only what is called again and again is compiled at its best.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RunMailboxes()
    {
        while (_runQueue.Dequeue() is { } runnable)
        {
            // Akka's class, where there is one to call without asking for its kind each time.
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

    /// <summary>Waits for the wall to catch up; false if woken before.</summary>
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
