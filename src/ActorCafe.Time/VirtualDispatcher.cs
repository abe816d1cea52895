using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;

namespace ActorCafe.Time;

/// <summary>Runs the mailboxes of its actors on the kernel of the system's <see cref="VirtualScheduler"/>.</summary>
public sealed class VirtualDispatcher : MessageDispatcher
{
    private readonly VirtualKernel _kernel;

    internal VirtualDispatcher(MessageDispatcherConfigurator configurator, VirtualKernel kernel, string id)
        : base(configurator)
    {
        _kernel = kernel;
        Id = id;
        ShutdownTimeout = TimeSpan.FromSeconds(1);
    }

    /// <inheritdoc/>
    public override void Dispatch(ActorCell cell, Envelope envelope)
    {
        // A mailbox that is scheduled already would hide where the message came from.
        if (!_kernel.IsCurrent)
        {
            _kernel.NoteForeign(cell.Self);
        }

        base.Dispatch(cell, envelope);
    }

    /// <inheritdoc/>
    protected override void ExecuteTask(IRunnable run) => _kernel.Enqueue(run);

    /// <inheritdoc/>
    protected override void Shutdown()
    {
        // The kernel ends with its run; there is no thread of its own to stop.
    }
}

/// <summary>Makes the <see cref="VirtualDispatcher"/>; named by a dispatcher's <c>type</c> in HOCON.</summary>
public sealed class VirtualDispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly VirtualDispatcher _dispatcher;

    /// <exception cref="ConfigurationException">The system's scheduler is not a <see cref="VirtualScheduler"/>.</exception>
    public VirtualDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites)
    {
        var scheduler = prerequisites.Scheduler as VirtualScheduler
            ?? throw new ConfigurationException($"A virtual dispatcher needs akka.scheduler.implementation = \"{typeof(VirtualScheduler).AssemblyQualifiedName}\".");
        _dispatcher = new VirtualDispatcher(this, scheduler.Kernel, config.GetString("id", "virtual-dispatcher"));
    }

    /// <inheritdoc/>
    public override MessageDispatcher Dispatcher() => _dispatcher;
}
