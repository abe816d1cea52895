using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Dispatch.SysMsg;

namespace ActorCafe.Time;

/// <summary>Runs the mailboxes of its actors on the kernel of the system's <see cref="VirtualScheduler"/>.</summary>
internal sealed class VirtualDispatcher : MessageDispatcher
{
    private readonly VirtualKernel _kernel;

    internal VirtualDispatcher(MessageDispatcherConfigurator configurator, VirtualKernel kernel, string id)
        : base(configurator)
    {
        _kernel = kernel;
        Id = id;
        ShutdownTimeout = TimeSpan.FromSeconds(1);
    }

    internal ActorRunner Runner => _kernel.Runner;

    /// <inheritdoc/>
    public override void Dispatch(ActorCell cell, Envelope envelope)
    {
        if (!_kernel.IsCurrent)
        {
            DispatchForeign(cell, envelope);
        }
        else if (!Runner.TryPost(cell, envelope))
        {
            base.Dispatch(cell, envelope);
        }
    }

    /// <inheritdoc/>
    public override void SystemDispatch(ActorCell cell, SystemMessage message)
    {
        if (_kernel.IsCurrent)
        {
            base.SystemDispatch(cell, message);
        }
        else
        {
            SystemDispatchForeign(cell, message);
        }
    }

    /// <inheritdoc/>
    public override void Attach(ActorCell cell)
    {
        if (_kernel.IsCurrent)
        {
            base.Attach(cell);
        }
        else
        {
            AttachForeign(cell);
        }
    }

    /// <inheritdoc/>
    protected override void ExecuteTask(IRunnable run) => _kernel.Enqueue(run);

    /// <inheritdoc/>
    protected override void Shutdown()
    {
        // The kernel ends with its run, and the dispatcher has no thread to stop.
    }

    private void AttachForeign(ActorCell cell) => _kernel.Admit(cell.Self, () => base.Attach(cell));

    private void SystemDispatchForeign(ActorCell cell, SystemMessage message) =>
        _kernel.Admit(cell.Self, () => base.SystemDispatch(cell, message));

    // These are methods of their own, so that what the kernel's own thread does never pays for a closure.
    private void DispatchForeign(ActorCell cell, Envelope envelope) =>
        _kernel.Admit(cell.Self, () => base.Dispatch(cell, envelope));
}

/// <summary>Creates the <see cref="VirtualDispatcher"/>. Named by a dispatcher's <c>type</c> in HOCON.</summary>
internal sealed class VirtualDispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly VirtualDispatcher _dispatcher;

    /// <exception cref="ConfigurationException">The system's scheduler is not a <see cref="VirtualScheduler"/>.</exception>
    public VirtualDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites)
    {
        var scheduler = VirtualScheduler.Of(prerequisites.Scheduler, "dispatcher");
        _dispatcher = new VirtualDispatcher(this, scheduler.Kernel, config.GetString("id", "virtual-dispatcher"));
    }

    /// <inheritdoc/>
    public override MessageDispatcher Dispatcher() => _dispatcher;
}
