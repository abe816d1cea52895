namespace ActorCafe.Cluster.Book.Writing;

/// <summary>Something to be written, and who waits for it.</summary>
internal abstract class Entry
{
    /// <summary>The id of the order it is about; null: it names a number.</summary>
    public virtual string? Id => null;

    /// <summary>The number of the order it is about; null: it names an id.</summary>
    public virtual long? Number => null;

    /// <summary>Puts itself into the draft and keeps the answer; the draft may come to nothing, and then this is called again.</summary>
    public abstract void Decide(Draft draft);

    /// <summary>The draft is on disk: gives the answer.</summary>
    public abstract void Complete();

    /// <summary>The draft came to nothing.</summary>
    public abstract void Fail(string message, Exception cause);
}

/// <typeparam name="T">The answer.</typeparam>
internal abstract class Entry<T> : Entry
{
    // Continuations are the callers' work: the writer does not do it for them.
    private readonly TaskCompletionSource<T> _written = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _answer;
    private OrderBookException? _refusal;

    public Task<T> Written => _written.Task;

    /// <exception cref="OrderBookException">This entry cannot be written, whatever becomes of the others.</exception>
    protected abstract T Answer(Draft draft);

    public sealed override void Decide(Draft draft)
    {
        _refusal = null;
        try
        {
            _answer = Answer(draft);
        }
        catch (OrderBookException e)
        {
            _refusal = e;
        }
    }

    public sealed override void Complete()
    {
        if (_refusal is null)
        {
            _written.TrySetResult(_answer!);
        }
        else
        {
            Fail(_refusal);
        }
    }

    // One exception for each: a shared one would collect the stack traces of all who throw it.
    public sealed override void Fail(string message, Exception cause) => Fail(new OrderBookException(message, cause));

    private void Fail(OrderBookException exception)
    {
        _written.TrySetException(exception);
        _ = _written.Task.Exception; // Observed, even if the caller has given up waiting.
    }
}

internal sealed class AcceptEntry(NewOrder order) : Entry<Acceptance>
{
    public override string Id => order.Id;

    protected override Acceptance Answer(Draft draft) => draft.Accept(order);
}

internal sealed class CloseEntry(OrderEnd end) : Entry<bool>
{
    public override long? Number => end.Number;

    protected override bool Answer(Draft draft) => draft.Close(end);
}

internal sealed class DuplicateEntry(long number) : Entry<long>
{
    public override long? Number => number;

    protected override long Answer(Draft draft) => draft.CountDuplicate(number);
}
