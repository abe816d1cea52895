namespace ActorCafe.Benchmarks.Messages;

/// <summary>Counts the orders that leave and decides whether another may enter. Not thread-safe.</summary>
internal sealed class Turnstile(long orders, int inFlight)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _left;

    public Task Done => _done.Task;

    /// <summary>Counts an order that left; true if it must enter again as the next order.</summary>
    public bool Leave()
    {
        _left++;
        if (_left == orders)
        {
            _done.SetResult();
        }

        return _left + inFlight <= orders;
    }
}
