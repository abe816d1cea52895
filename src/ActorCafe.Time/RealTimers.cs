using Akka.Actor;
using Akka.Event;

namespace ActorCafe.Time;

/// <summary>Calls actions after a delay in real time, on the thread pool.</summary>
/// <param name="log">Receives what an action throws.</param>
internal sealed class RealTimers(ILoggingAdapter log) : IDisposable
{
    // The runtime's timers take at most about 49 days. Nothing waits as long.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(40);

    private readonly Dictionary<object, Action> _pending = [];
    private bool _isOver;

    /// <exception cref="SchedulerException">The timers are over. Akka's dispatchers expect this exception when their system has ended.</exception>
    public void Once(TimeSpan delay, Action action)
    {
        lock (_pending)
        {
            if (_isOver)
            {
                throw new SchedulerException("the system has ended");
            }

            var key = new object();
            var due = new TimeSpan(Math.Clamp(delay.Ticks, 0, Longest.Ticks));
            var timer = TimeProvider.System.CreateTimer(Ring, key, due, Timeout.InfiniteTimeSpan);
            _pending.Add(key, () =>
            {
                timer.Dispose();
                action();
            });
        }
    }

    /// <summary>Calls all that is pending at once, as Akka's schedulers do: that is how dispatchers release their threads when a system ends.</summary>
    public void Dispose()
    {
        object[] left;
        lock (_pending)
        {
            _isOver = true;
            left = [.. _pending.Keys];
        }

        Array.ForEach(left, Ring);
    }

    private void Ring(object? key)
    {
        Action? action;
        lock (_pending)
        {
            if (!_pending.Remove(key!, out action))
            {
                return;
            }
        }

        try
        {
            action();
        }
        catch (SchedulerException)
        {
            // What repeats itself ends here.
        }
        catch (Exception error)
        {
            log.Error(error, "A scheduled action failed.");
        }
    }
}
