namespace ActorCafe.Benchmarks.Messages;

/// <summary>Counts who leaves, and says whether another may come for them. Used by one caller at a time.</summary>
internal sealed class Turnstile(long orders, int inFlight)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _left;

    public Task Done => _done.Task;

    /// <summary>True if the one who left is to come in again as the next order.</summary>
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
