using System.Globalization;
using Akka.Actor;

namespace ActorCafe.Time;

/// <summary>
/// Keeps other threads out of a kernel's run: what they do to its actors happens at once before and after the run, and during the run it fails the run and
/// waits for its end.
/// </summary>
internal sealed class ForeignGate
{
    private readonly Queue<Action> _deferred = new();
    private readonly Lock _gate = new();
    private volatile Phase _phase = Phase.SetUp;
    private string? _intruder;

    private enum Phase
    {
        SetUp,
        Running,
        Over,
    }

    public bool IsSetUp => _phase == Phase.SetUp;

    public bool IsRunning => _phase == Phase.Running;

    public bool IsOver => _phase == Phase.Over;

    /// <summary>The first thread that came during the run, and the actor it wanted; null if none did.</summary>
    public string? Intruder => Volatile.Read(ref _intruder);

    /// <summary>Begins the run.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _phase = Phase.Running;
        }
    }

    /// <summary>Ends the run, and does what was deferred.</summary>
    public void Open()
    {
        lock (_gate)
        {
            _phase = Phase.Over;
        }

        while (_deferred.TryDequeue(out var deed))
        {
            deed();
        }
    }

    /// <summary>Does it now, or defers it. Called by another thread than the kernel's.</summary>
    /// <param name="receiver">The actor that it concerns, if known.</param>
    /// <param name="deed">What to do.</param>
    /// <returns>False if it was deferred.</returns>
    public bool Admit(IActorRef? receiver, Action deed)
    {
        lock (_gate)
        {
            if (IsSetUp)
            {
                // Under the lock, so that the run does not begin in the middle of it.
                deed();
                return true;
            }

            if (IsRunning)
            {
                var thread = Thread.CurrentThread;
                _intruder ??= string.Create(CultureInfo.InvariantCulture, $"thread {thread.ManagedThreadId} '{thread.Name}' to {receiver?.Path.ToString() ?? "a mailbox"}");
                _deferred.Enqueue(deed);
                return false;
            }
        }

        deed();
        return true;
    }
}
