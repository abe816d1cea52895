using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace ActorCafe.Time;

/// <summary>
/// Akka's scheduler in virtual time. Calls from the kernel's thread use the kernel's timers. Calls from any other thread use real time, so that everything
/// else in the process keeps it. The runtime's timers do that: Akka's own scheduler would start a thread for them, which ends with an exception.
/// </summary>
internal sealed class VirtualScheduler(Config config, ILoggingAdapter log) : SchedulerBase(config, log), IDisposable
{
    private readonly RealTimers _realTime = new(log);

    /// <summary>The kernel that owns this system's virtual time.</summary>
    public VirtualKernel Kernel { get; } = new();

    /// <inheritdoc/>
    public override TimeSpan MonotonicClock => Kernel.IsCurrent ? Kernel.Now : TimeProvider.System.GetElapsedTime(0);

    /// <inheritdoc/>
    public override TimeSpan HighResMonotonicClock => MonotonicClock;

    /// <inheritdoc/>
    protected override DateTimeOffset TimeNow =>
        Kernel.IsCurrent ? DateTimeOffset.UnixEpoch + Kernel.Now : TimeProvider.System.GetUtcNow();

    /// <summary>Casts a system's scheduler to one in virtual time, for a <paramref name="part"/> of the system that works with no other.</summary>
    /// <exception cref="ConfigurationException">The scheduler is another one.</exception>
    internal static VirtualScheduler Of(IScheduler scheduler, string part) => scheduler as VirtualScheduler
        ?? throw new ConfigurationException($"A virtual {part} needs akka.scheduler.implementation = \"{typeof(VirtualScheduler).AssemblyQualifiedName}\".");

    /// <inheritdoc/>
    public void Dispose()
    {
        _realTime.Dispose();
        Kernel.Dispose();
    }

    /// <inheritdoc/>
    protected override void InternalScheduleTellOnce(TimeSpan delay, ICanTell receiver, object message, IActorRef sender, ICancelable cancelable) =>
        Once(delay, () => receiver.Tell(message, sender), cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleTellRepeatedly(TimeSpan initialDelay, TimeSpan interval, ICanTell receiver, object message, IActorRef sender, ICancelable cancelable) =>
        Repeatedly(initialDelay, interval, () => receiver.Tell(message, sender), cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleOnce(TimeSpan delay, Action action, ICancelable cancelable) => Once(delay, action, cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleOnce(TimeSpan delay, IRunnable action, ICancelable cancelable) => Once(delay, action.Run, cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, Action action, ICancelable cancelable) =>
        Repeatedly(initialDelay, interval, action, cancelable);

    /// <inheritdoc/>
    protected override void InternalScheduleRepeatedly(TimeSpan initialDelay, TimeSpan interval, IRunnable action, ICancelable cancelable) =>
        Repeatedly(initialDelay, interval, action.Run, cancelable);

    private void Once(TimeSpan delay, Action action, ICancelable? cancelable)
    {
        void UnlessCancelled()
        {
            if (cancelable is not { IsCancellationRequested: true })
            {
                action();
            }
        }

        if (Kernel.IsCurrent)
        {
            Kernel.ScheduleCall(delay, UnlessCancelled);
        }
        else
        {
            _realTime.Once(delay, UnlessCancelled);
        }
    }

    private void Repeatedly(TimeSpan delay, TimeSpan interval, Action action, ICancelable? cancelable) =>
        Once(delay, () =>
        {
            try
            {
                action();
            }
            finally
            {
                Repeatedly(interval, interval, action, cancelable);
            }
        }, cancelable);
}
