using System.Collections.Immutable;
using System.Threading.Channels;
using ActorCafe.OrderBook.Storage;

namespace ActorCafe.OrderBook.Writing;

/// <summary>
/// Commits pending writes in groups. Everything that arrived during a sync, which takes milliseconds, goes into the next
/// transaction and shares its sync.
/// </summary>
internal sealed class GroupCommitWriter(IBookDatabase database, long maxOpen)
{
    // A few seconds of full load. Beyond that a write is refused at once: memory stays bounded, and an early refusal is worth
    // more than a late acceptance.
    private const int Capacity = 16_384;

    private static readonly TimeSpan CheckEvery = TimeSpan.FromSeconds(1);

    // Null: the time for a check has come.
    private readonly Channel<PendingWrite?> _queue = Channel.CreateBounded<PendingWrite?>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private int _started;
    private BookSession? _session;
    private ITimer? _checks;
    private Task? _loop;
    private long _commits;
    private volatile bool _open;

    public BookTotals Totals => _session?.Sums.Totals ?? BookTotals.Empty;

    public string? Obstacle => _session?.Obstacle;

    public long Commits => Interlocked.Read(ref _commits);

    public Task<BookIdentity> IdentifyAsync(CancellationToken cancellation) =>
        RunOnWriterAsync(() => ExplainedAsync(() => database.IdentifyAsync(cancellation)), cancellation);

    /// <summary>Opens the book and starts the write loop.</summary>
    public async Task<OpenedBook> StartAsync(Action<ImmutableArray<BookedOrder>> reread, CancellationToken cancellation)
    {
        if (Interlocked.Exchange(ref _started, 1) != 0)
        {
            throw new OrderBookException($"The order book {database.Name} has been opened already.");
        }

        try
        {
            var session = new BookSession(database, reread);
            var opened = await RunOnWriterAsync(() => ExplainedAsync(() => session.OpenAsync(cancellation)), cancellation);
            _session = session;
            _open = true;
            _loop = RunOnWriterAsync(() => WriteAllAsync(session), CancellationToken.None);
            _checks = TimeProvider.System.CreateTimer(_ => _queue.Writer.TryWrite(null), null, CheckEvery, CheckEvery);
            return opened;
        }
        catch
        {
            // Opening may be tried again once the database is available.
            Volatile.Write(ref _started, 0);
            throw;
        }
    }

    /// <exception cref="OrderBookException">The queue is full, or the book is not open.</exception>
    public void Enqueue(PendingWrite write)
    {
        RequireOpen();
        if (_queue.Writer.TryWrite(write))
        {
            return;
        }

        RequireOpen();
        throw new OrderBookException(
            $"The order book {database.Name} does not keep up: {Capacity} entries wait to be written. Nothing was written; try again later.");
    }

    public void RequireOpen()
    {
        if (!_open)
        {
            throw new OrderBookException($"The order book {database.Name} is not open.");
        }
    }

    /// <summary>Commits the pending writes and disconnects.</summary>
    public async Task StopAsync()
    {
        _open = false;
        await (_checks?.DisposeAsync() ?? ValueTask.CompletedTask);
        _queue.Writer.TryComplete();
        await (_loop ?? Task.CompletedTask);
    }

    private Task<T> RunOnWriterAsync<T>(Func<Task<T>> work, CancellationToken cancellation) =>
        Task.Factory.StartNew(work, cancellation, TaskCreationOptions.DenyChildAttach, database.WriterScheduler).Unwrap();

    private async Task<T> ExplainedAsync<T>(Func<Task<T>> open)
    {
        try
        {
            return await open();
        }
        catch (Exception e) when (e is not (OrderBookException or OperationCanceledException))
        {
            throw new OrderBookException($"The order book {database.Name} could not be opened: {database.Explain(e)}.", e);
        }
    }

    private async Task<bool> WriteAllAsync(BookSession session)
    {
        var writes = new List<PendingWrite>();
        while (await _queue.Reader.WaitToReadAsync())
        {
            var isCheckDue = false;
            while (writes.Count < Capacity && _queue.Reader.TryRead(out var write))
            {
                if (write is null)
                {
                    isCheckDue = true;
                }
                else
                {
                    writes.Add(write);
                }
            }

            if (writes.Count > 0)
            {
                await WriteAsync(session, writes);
                writes.Clear();
            }

            if (isCheckDue)
            {
                await session.CheckAsync();
            }
        }

        await session.CloseAsync();
        return true;
    }

    private async Task WriteAsync(BookSession session, List<PendingWrite> writes)
    {
        try
        {
            await CommitAsync(session, writes);
        }
        catch (Exception e) when (writes.Count > 1 && database.IsDataError(e))
        {
            // The database refuses one of them. Bisection isolates it; the others are written.
            var half = writes.Count / 2;
            await WriteAsync(session, writes[..half]);
            await WriteAsync(session, writes[half..]);
            return;
        }
        catch (CommitInDoubtException e)
        {
            var reason = e.InnerException is OrderBookException
                ? e.Message
                : $"The order book {database.Name} failed during a commit: {database.Explain(e.InnerException!)}.";
            Fail(writes, $"{reason} The order may or may not have been accepted; ask again with the same id.", mayHaveSucceeded: true, e.InnerException!);
            // If it was, nobody else will ask for it to be served.
            await session.CheckAsync();
            return;
        }
        catch (Exception e)
        {
            // Whatever the failure, the callers are told and the loop goes on: the disk may have room for the next batch.
            var message = e is OrderBookException
                ? e.Message
                : $"The order book {database.Name} could not be written: {database.Explain(e)}. Nothing was accepted; try again later.";
            Fail(writes, message, mayHaveSucceeded: false, e);
            return;
        }

        foreach (var write in writes)
        {
            write.Complete();
        }
    }

    private static void Fail(List<PendingWrite> writes, string message, bool mayHaveSucceeded, Exception cause)
    {
        foreach (var write in writes)
        {
            write.Fail(message, mayHaveSucceeded, cause);
        }
    }

    private async Task CommitAsync(BookSession session, List<PendingWrite> writes)
    {
        for (var isFirstTry = true; ; isFirstTry = false)
        {
            var connection = await session.ConnectAsync();
            var isCommitting = false;
            var isVerifying = false;
            try
            {
                var batch = await BatchAsync(connection, session.Sums, writes);
                if (!batch.IsEmpty)
                {
                    await connection.WriteAsync(batch);
                    isCommitting = true;
                    await connection.CommitAsync();
                    Interlocked.Increment(ref _commits);
                }

                isVerifying = true;
                await session.VerifyAsync();
                session.Committed(batch.After);
                return;
            }
            catch (Exception e)
            {
                if (isVerifying)
                {
                    throw isCommitting ? new CommitInDoubtException(e) : e;
                }

                if (await connection.RecoverAsync(e))
                {
                    throw;
                }

                // Only the book knows whether the batch is in it.
                if (isCommitting)
                {
                    await session.DoubtAsync();
                    throw new CommitInDoubtException(e);
                }

                // A connection lost before the commit costs nobody an order: the batch is tried again.
                await session.DisconnectAsync();
                if (!isFirstTry)
                {
                    throw;
                }
            }
        }
    }

    private async Task<WriteBatch> BatchAsync(IBookConnection connection, BookSums sums, List<PendingWrite> writes)
    {
        var ids = new HashSet<string>();
        var numbers = new HashSet<long>();
        foreach (var write in writes)
        {
            if (write.Id is { } id)
            {
                ids.Add(id);
            }

            if (write.Number is { } number)
            {
                numbers.Add(number);
            }
        }

        var batch = new WriteBatch(sums, await connection.FindAsync(ids, numbers), maxOpen);
        foreach (var write in writes)
        {
            write.AddTo(batch);
        }

        return batch;
    }
}
