using Akka.Actor;
using Akka.Configuration;
using Akka.Event;

namespace ActorCafe.Time;

/// <summary>
/// Akka's scheduler in virtual time. Calls from the kernel's thread use the kernel's timers. Calls from any other thread use Akka's ordinary wheel timer, so
/// that everything else in the process keeps real time.
/// </summary>
internal sealed class VirtualScheduler(Config config, ILoggingAdapter log) : SchedulerBase(config, log), IDisposable
{
    private readonly HashedWheelTimerScheduler _wall = new(config, log);

    // Akka's schedulers implement these interfaces explicitly.
    private ITellScheduler WallTell => _wall;

    private IActionScheduler WallAction => _wall;

    /// <summary>The kernel that owns this system's virtual time.</summary>
    public VirtualKernel Kernel { get; } = new();

    /// <inheritdoc/>
    public override TimeSpan MonotonicClock => Kernel.IsCurrent ? Kernel.Now : _wall.MonotonicClock;

    /// <inheritdoc/>
    public override TimeSpan HighResMonotonicClock => Kernel.IsCurrent ? Kernel.Now : _wall.HighResMonotonicClock;

    /// <inheritdoc/>
    protected override DateTimeOffset TimeNow =>
        Kernel.IsCurrent ? DateTimeOffset.UnixEpoch + Kernel.Now : ((ITimeProvider)_wall).Now;

    /// <summary>Casts a system's scheduler to one in virtual time, for a <paramref name="part"/> of the system that works with no other.</summary>
    /// <exception cref="ConfigurationException">The scheduler is another one.</exception>
    internal static VirtualScheduler Of(IScheduler scheduler, string part) => scheduler as VirtualScheduler
        ?? throw new ConfigurationException($"A virtual {part} needs akka.scheduler.implementation = \"{typeof(VirtualScheduler).AssemblyQualifiedName}\".");

    /// <inheritdoc/>
    public void Dispose()
    {
        _wall.Dispose();
        Kernel.Dispose();
    }

    /// <inheritdoc/>
    protected override void InternalScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef sender, ICancelable cancelable)
    {
        if (Kernel.IsCurrent)
        {
            Once(delay, () => receiver.Tell(message, sender), cancelable);
        }
        else
        {
            WallTell.ScheduleTellOnce(delay, receiver, message, sender, cancelable);
        }
    }

    /// <inheritdoc/>
    protected override void InternalScheduleTellRepeatedly(TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef sender, ICancelable cancelable)
    {
        if (Kernel.IsCurrent)
        {
            Repeatedly(initialDelay, interval, () => receiver.Tell(message, sender), cancelable);
        }
        else
        {
            WallTell.ScheduleTellRepeatedly(initialDelay, interval, receiver, message, sender, cancelable);
        }
    }

    /// <inheritdoc/>
    protected override void InternalScheduleOnce(TimeSpan delay, Action action, ICancelable cancelable)
    {
        if (Kernel.IsCurrent)
        {
            Once(delay, action, cancelable);
        }
        else
        {
            WallAction.ScheduleOnce(delay, action, cancelable);
        }
    }

    /// <inheritdoc/>
    protected override void InternalScheduleOnce(TimeSpan delay, Akka.Dispatch.IRunnable action, ICancelable cancelable)
    {
        if (Kernel.IsCurrent)
        {
            Once(delay, action.Run, cancelable);
        }
        else
        {
            ((IRunnableScheduler)_wall).ScheduleOnce(delay, action, cancelable);
        }
    }

    /// <inheritdoc/>
    protected override void InternalScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable cancelable)
    {
        if (Kernel.IsCurrent)
        {
            Repeatedly(initialDelay, interval, action, cancelable);
        }
        else
        {
            WallAction.ScheduleRepeatedly(initialDelay, interval, action, cancelable);
        }
    }

    /// <inheritdoc/>
    protected override void InternalScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Akka.Dispatch.IRunnable action, ICancelable cancelable)
    {
        if (Kernel.IsCurrent)
        {
            Repeatedly(initialDelay, interval, action.Run, cancelable);
        }
        else
        {
            ((IRunnableScheduler)_wall).ScheduleRepeatedly(initialDelay, interval, action, cancelable);
        }
    }

    private void Once(TimeSpan delay, Action action, ICancelable? cancelable) =>
        Kernel.ScheduleCall(delay, () =>
        {
            if (cancelable is not { IsCancellationRequested: true })
            {
                action();
            }
        });

    private void Repeatedly(TimeSpan delay, TimeSpan interval, Action action, ICancelable? cancelable) =>
        Once(delay, () =>
        {
            action();
            Repeatedly(interval, interval, action, cancelable);
        }, cancelable);
}
