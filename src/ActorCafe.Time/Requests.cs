using System.Collections.Concurrent;

namespace ActorCafe.Time;

/// <summary>Actions for a kernel's thread, which any thread may post. The kernel's thread can wait for them.</summary>
internal sealed class Requests : IDisposable
{
    private readonly ConcurrentQueue<Action> _actions = new();
    private readonly ManualResetEventSlim _wake = new();
    private volatile bool _any;

    /// <summary>Whether an action was posted, or the kernel's thread was woken, since the last <see cref="Serve"/>.</summary>
    public bool Any => _any;

    public void Post(Action action)
    {
        _actions.Enqueue(action);
        Wake();
    }

    /// <summary>Ends the wait that is going on, or else the next one.</summary>
    public void Wake()
    {
        _any = true;
        _wake.Set();
    }

    public void Wait(TimeSpan atMost)
    {
        _wake.Wait(atMost);
        _wake.Reset();
    }

    public void Serve()
    {
        _any = false;
        while (_actions.TryDequeue(out var action))
        {
            action();
        }
    }

    public void Dispose() => _wake.Dispose();
}
