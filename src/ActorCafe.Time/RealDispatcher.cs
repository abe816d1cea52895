using Akka.Configuration;
using Akka.Dispatch;

namespace ActorCafe.Time;

/// <summary>
/// Akka's ordinary dispatcher, extended to notice when a run has drained: none of its actors has a message, and no timer of a <see cref="WallClock"/> that
/// reports to it is pending. From then on nothing happens by itself.
/// </summary>
/// <remarks>
/// The count covers an activity until its effects are counted too: a mailbox from being scheduled until it has run, a timer from being set until its message is
/// in a mailbox. So it is 0 only when everything is over, provided that the supervisor of these actors is one of them.
/// </remarks>
internal sealed class RealDispatcher : Dispatcher
{
    // 1 for the release of the clock: before that, something is still to come.
    private long _goingOn = 1;
    private long _begun;

    internal RealDispatcher(
        MessageDispatcherConfigurator configurator, string id, int throughput, long? throughputDeadline, ExecutorServiceFactory executor, TimeSpan shutdownTimeout)
        : base(configurator, id, throughput, throughputDeadline, executor, shutdownTimeout)
    {
    }

    /// <summary>Called on any thread when the run has drained; never before the clock was released.</summary>
    public Action? Drained { get; set; }

    /// <summary>Activities that have begun so far. Another number than before: the run goes on, and will drain again.</summary>
    public long Begun => Interlocked.Read(ref _begun);

    /// <summary>Whether an activity is going on. If so, the run will drain again.</summary>
    public bool IsBusy => Interlocked.Read(ref _goingOn) != 0;

    /// <summary>Counts an activity until <see cref="End"/> is called.</summary>
    internal void Begin()
    {
        // In this order: whoever reads Begun and then finds nothing going on sees in Begun whatever begins later.
        Interlocked.Increment(ref _goingOn);
        Interlocked.Increment(ref _begun);
    }

    internal void End()
    {
        if (Interlocked.Decrement(ref _goingOn) == 0)
        {
            Drained?.Invoke();
        }
    }

    /// <inheritdoc/>
    protected override void ExecuteTask(IRunnable run)
    {
        Begin();
        try
        {
            base.ExecuteTask(new Counted(run, this));
        }
        catch
        {
            // The executor has been shut down and will not run the mailbox.
            Interlocked.Decrement(ref _goingOn);
            throw;
        }
    }

    private sealed class Counted(IRunnable run, RealDispatcher dispatcher) : IRunnable
    {
        public void Run()
        {
            try
            {
                run.Run();
            }
            finally
            {
                dispatcher.End();
            }
        }

        public void Execute() => Run();
    }
}

/// <summary>
/// Creates the <see cref="RealDispatcher"/>. Named by a dispatcher's <c>type</c> in HOCON; its other keys are those of Akka's own dispatcher.
/// </summary>
internal sealed class RealDispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly RealDispatcher _dispatcher;

    public RealDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites)
    {
        var deadline = config.GetTimeSpan("throughput-deadline-time", null);
        _dispatcher = new RealDispatcher(
            this,
            config.GetString("id"),
            config.GetInt("throughput"),
            deadline > TimeSpan.Zero ? deadline.Ticks : null,
            ConfigureExecutor(),
            config.GetTimeSpan("shutdown-timeout"));
    }

    /// <inheritdoc/>
    public override MessageDispatcher Dispatcher() => _dispatcher;
}
