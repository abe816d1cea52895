namespace ActorCafe.OrderBook.Writing;

/// <summary>A write in the queue, and the caller awaiting it.</summary>
internal abstract class PendingWrite
{
    /// <summary>The id of the order concerned; null: given by number.</summary>
    public virtual string? Id => null;

    /// <summary>The number of the order concerned; null: given by id.</summary>
    public virtual long? Number => null;

    /// <summary>Adds itself to a batch and keeps the answer. Called again if that batch is abandoned.</summary>
    public abstract void AddTo(WriteBatch batch);

    /// <summary>Answers the caller once the batch is on disk.</summary>
    public abstract void Complete();

    /// <summary>Reports to the caller that the batch failed, or that it may have.</summary>
    public abstract void Fail(string message, bool mayHaveSucceeded, Exception cause);
}

/// <typeparam name="T">The answer.</typeparam>
internal abstract class PendingWrite<T> : PendingWrite
{
    // Continuations are the callers' work: the writer's thread must not run them.
    private readonly TaskCompletionSource<T> _committed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _answer;
    private OrderBookException? _refusal;

    public Task<T> Committed => _committed.Task;

    /// <exception cref="OrderBookException">This write is refused, whatever happens to the others.</exception>
    protected abstract T Apply(WriteBatch batch);

    public sealed override void AddTo(WriteBatch batch)
    {
        _refusal = null;
        try
        {
            _answer = Apply(batch);
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
            _committed.TrySetResult(_answer!);
        }
        else
        {
            Fail(_refusal);
        }
    }

    // Each caller gets an exception of its own: a shared one would collect every caller's stack trace.
    public sealed override void Fail(string message, bool mayHaveSucceeded, Exception cause) =>
        Fail(new OrderBookException(message, cause) { MayHaveSucceeded = mayHaveSucceeded });

    private void Fail(OrderBookException exception)
    {
        _committed.TrySetException(exception);
        _ = _committed.Task.Exception; // Observed even if the caller no longer waits.
    }
}

internal sealed class PendingAccept(NewOrder order) : PendingWrite<Acceptance>
{
    public override string Id => order.Id;

    protected override Acceptance Apply(WriteBatch batch) => batch.Accept(order);
}

internal sealed class PendingClose(OrderEnd end) : PendingWrite<bool>
{
    public override long? Number => end.Number;

    protected override bool Apply(WriteBatch batch) => batch.Close(end);
}

internal sealed class PendingDuplicate(long number) : PendingWrite<long>
{
    public override long? Number => number;

    protected override long Apply(WriteBatch batch) => batch.CountDuplicate(number);
}
