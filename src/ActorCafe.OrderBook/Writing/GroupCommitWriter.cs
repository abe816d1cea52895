using System.Collections.Immutable;
using System.Threading.Channels;
using ActorCafe.OrderBook.Storage;

namespace ActorCafe.OrderBook.Writing;

/// <summary>
/// Commits pending writes in groups. Everything that arrived during a sync, which takes milliseconds, goes into the next
/// transaction and shares its sync.
/// </summary>
internal sealed class GroupCommitWriter(IBookDatabase database)
{
    // A few seconds of full load. Beyond that a write is refused at once: memory stays bounded, and an early refusal is worth
    // more than a late acceptance.
    private const int Capacity = 16_384;

    private readonly Channel<PendingWrite> _queue = Channel.CreateBounded<PendingWrite>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private int _started;
    private IBookConnection? _connection;
    private Task? _loop;
    private long _commits;

    // Replaced as a whole after each commit, so that readers never see half a transaction.
    private volatile BookSums _sums = new(BookTotals.Empty, 0);
    private volatile bool _open;

    public BookTotals Totals => _sums.Totals;

    public long Commits => Interlocked.Read(ref _commits);

    /// <summary>Opens the book and starts the write loop. Returns the open orders.</summary>
    public async Task<ImmutableArray<BookedOrder>> StartAsync(CancellationToken cancellation)
    {
        if (Interlocked.Exchange(ref _started, 1) != 0)
        {
            throw new OrderBookException($"The order book {database.Name} has been opened already.");
        }

        try
        {
            var open = await RunOnWriterAsync(() => OpenAsync(cancellation), cancellation);
            _open = true;
            _loop = RunOnWriterAsync(WriteAllAsync, CancellationToken.None);
            return open;
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
        _queue.Writer.TryComplete();
        await (_loop ?? Task.CompletedTask);
    }

    private Task<T> RunOnWriterAsync<T>(Func<Task<T>> work, CancellationToken cancellation) =>
        Task.Factory.StartNew(work, cancellation, TaskCreationOptions.DenyChildAttach, database.WriterScheduler).Unwrap();

    private async Task<ImmutableArray<BookedOrder>> OpenAsync(CancellationToken cancellation)
    {
        try
        {
            var connection = await ConnectAsync(cancellation);
            return [.. await connection.ReadOpenAsync(cancellation)];
        }
        catch (Exception e)
        {
            await DisconnectAsync();
            if (e is OrderBookException or OperationCanceledException)
            {
                throw;
            }

            throw new OrderBookException($"The order book {database.Name} could not be opened: {database.Explain(e)}.", e);
        }
    }

    private async Task<bool> WriteAllAsync()
    {
        var writes = new List<PendingWrite>();
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (writes.Count < Capacity && _queue.Reader.TryRead(out var write))
            {
                writes.Add(write);
            }

            await WriteAsync(writes);
            writes.Clear();
        }

        await DisconnectAsync();
        return true;
    }

    private async Task WriteAsync(List<PendingWrite> writes)
    {
        try
        {
            await CommitAsync(writes);
        }
        catch (Exception e) when (writes.Count > 1 && database.IsDataError(e))
        {
            // The database refuses one of them. Bisection isolates it; the others are written.
            var half = writes.Count / 2;
            await WriteAsync(writes[..half]);
            await WriteAsync(writes[half..]);
            return;
        }
        catch (Exception e)
        {
            // Whatever the failure, the callers are told and the loop goes on: the disk may have room for the next batch.
            var message = e is OrderBookException
                ? e.Message
                : $"The order book {database.Name} could not be written: {database.Explain(e)}. Nothing was accepted; try again later.";
            foreach (var write in writes)
            {
                write.Fail(message, e);
            }

            return;
        }

        foreach (var write in writes)
        {
            write.Complete();
        }
    }

    private async Task CommitAsync(List<PendingWrite> writes)
    {
        for (var isFirstTry = true; ; isFirstTry = false)
        {
            var connection = await ConnectAsync(CancellationToken.None);
            var committing = false;
            try
            {
                var batch = await BatchAsync(connection, writes);
                if (!batch.IsEmpty)
                {
                    await connection.WriteAsync(batch);
                    committing = true;
                    await connection.CommitAsync();
                    Interlocked.Increment(ref _commits);
                }

                _sums = batch.After;
                return;
            }
            catch (Exception e)
            {
                if (await connection.RecoverAsync(e))
                {
                    throw;
                }

                await DisconnectAsync();
                // A connection lost before the commit costs nobody an order: the batch is tried again. Lost during the commit,
                // only the book knows whether the batch is in it: the callers are told, and ask again with the same ids.
                if (committing || !isFirstTry)
                {
                    throw;
                }
            }
        }
    }

    private async Task<WriteBatch> BatchAsync(IBookConnection connection, List<PendingWrite> writes)
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

        var batch = new WriteBatch(_sums, await connection.FindAsync(ids, numbers));
        foreach (var write in writes)
        {
            write.AddTo(batch);
        }

        return batch;
    }

    // A new connection reads the sums again: after a commit of unknown outcome, memory may lag behind the book.
    private async Task<IBookConnection> ConnectAsync(CancellationToken cancellation)
    {
        if (_connection is not null)
        {
            return _connection;
        }

        var connection = await database.ConnectAsync(cancellation);
        try
        {
            _sums = await connection.ReadSumsAsync(cancellation);
            return _connection = connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task DisconnectAsync()
    {
        if (_connection is not { } connection)
        {
            return;
        }

        _connection = null;
        await connection.DisposeAsync();
    }
}
