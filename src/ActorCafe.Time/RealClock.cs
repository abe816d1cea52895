using System.Diagnostics;
using Akka.Actor;

namespace ActorCafe.Time;

/// <summary>The wall clock, scaled, on Akka's own scheduler (whose wheel ticks every 10 ms unless told otherwise).</summary>
/// <param name="scheduler">The actor system's scheduler.</param>
/// <param name="timeScale">Seconds of this clock per second of the wall, above 0.</param>
/// <param name="dispatcher">Knows of the clock's timers, to notice when nothing goes on any more; null: nobody does.</param>
public sealed class RealClock(IScheduler scheduler, double timeScale, RealDispatcher? dispatcher = null) : IClock
{
    private readonly Stopwatch _wall = new();
    private long _events;

    /// <inheritdoc/>
    public TimeSpan Now => timeScale == 1 ? _wall.Elapsed : _wall.Elapsed * timeScale;

    /// <inheritdoc/>
    public long Events => Interlocked.Read(ref _events);

    /// <inheritdoc/>
    public void Release()
    {
        // Akka's wheel starts on the thread pool when it is first used, and whoever uses it waits for that. Many workers that begin
        // at once would be all the threads there are, waiting for one of their own.
        scheduler.Advanced.ScheduleOnce(TimeSpan.Zero, static () => { });
        _wall.Start();
        dispatcher?.End();
    }

    /// <inheritdoc/>
    public void Schedule(TimeSpan delay, long rank, IActorRef receiver, object message)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        Interlocked.Increment(ref _events);
        if (dispatcher is null)
        {
            scheduler.ScheduleTellOnce(delay / timeScale, receiver, message, ActorRefs.NoSender);
            return;
        }

        dispatcher.Begin();
        scheduler.Advanced.ScheduleOnce(delay / timeScale, () =>
        {
            try
            {
                receiver.Tell(message, ActorRefs.NoSender);
            }
            finally
            {
                dispatcher.End();
            }
        });
    }
}
