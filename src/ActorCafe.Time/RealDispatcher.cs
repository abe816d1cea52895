using Akka.Configuration;
using Akka.Dispatch;

namespace ActorCafe.Time;

/// <summary>
/// Akka's ordinary dispatcher, which notices when nothing goes on any more: none of its actors has a message, and no timer of
/// a <see cref="WallClock"/> made for it is pending. From then on nothing happens of itself.
/// </summary>
/// <remarks>
/// What goes on is counted from before it can be seen until after it has brought about the next: a mailbox from being scheduled
/// until it has been run, a timer from being set until its message is in a mailbox. So the count is 0 only when all is over,
/// provided that whoever supervises these actors is one of them.
/// </remarks>
public sealed class RealDispatcher : Dispatcher
{
    // Before the clock is released there is something to come, whatever it is.
    private long _goingOn = 1;

    internal RealDispatcher(
        MessageDispatcherConfigurator configurator, string id, int throughput, long? throughputDeadline, ExecutorServiceFactory executor, TimeSpan shutdownTimeout)
        : base(configurator, id, throughput, throughputDeadline, executor, shutdownTimeout)
    {
    }

    /// <summary>Called, on any thread, whenever nothing goes on any more; never before the clock was released.</summary>
    public Action? Drained { get; set; }

    /// <summary>Something begins that is not over before <see cref="End"/> is called.</summary>
    internal void Begin() => Interlocked.Increment(ref _goingOn);

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
            // The executor has been shut down: it will not be run.
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

/// <summary>Makes the <see cref="RealDispatcher"/>; named by a dispatcher's <c>type</c> in HOCON, whose other keys are those of Akka's own.</summary>
public sealed class RealDispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly RealDispatcher _dispatcher;

    /// <summary>Reads the keys of Akka's own dispatcher.</summary>
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
