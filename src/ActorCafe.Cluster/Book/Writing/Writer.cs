using System.Collections.Immutable;
using System.Threading.Channels;
using ActorCafe.Cluster.Book.Stores;

namespace ActorCafe.Cluster.Book.Writing;

/// <summary>
/// The one that writes. All that waits when it comes back from the disk goes into the next transaction: a sync takes
/// milliseconds, and so it is shared by all who came meanwhile.
/// </summary>
internal sealed class Writer(IBookDatabase database)
{
    // Some seconds of full load. Who comes when so much waits is refused at once: memory stays bounded, and an answer in
    // time that says no is worth more than a late one.
    private const int Capacity = 16_384;

    private readonly Channel<Entry> _waiting = Channel.CreateBounded<Entry>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private int _started;
    private IPen? _pen;
    private Task? _writing;
    private long _commits;

    // Replaced whole, after a commit: who reads the totals never sees half a transaction.
    private volatile BookSums _sums = new(BookTotals.None, 0);
    private volatile bool _open;

    public BookTotals Totals => _sums.Totals;

    public long Commits => Interlocked.Read(ref _commits);

    /// <summary>Opens the book and begins to write; gives what is still open.</summary>
    public async Task<ImmutableArray<BookedOrder>> StartAsync(CancellationToken cancellation)
    {
        if (Interlocked.Exchange(ref _started, 1) != 0)
        {
            throw new OrderBookException($"The order book {database.Name} has been opened already.");
        }

        try
        {
            var open = await OnWritersPlace(() => OpenAsync(cancellation), cancellation);
            _open = true;
            _writing = OnWritersPlace(WriteAllAsync, CancellationToken.None);
            return open;
        }
        catch
        {
            // It may be opened later, when the database is there.
            Volatile.Write(ref _started, 0);
            throw;
        }
    }

    /// <summary>Puts an entry in line.</summary>
    public void Add(Entry entry)
    {
        RequireOpen();
        if (_waiting.Writer.TryWrite(entry))
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

    /// <summary>Writes what waits, and puts the pen away.</summary>
    public async Task StopAsync()
    {
        _open = false;
        _waiting.Writer.TryComplete();
        await (_writing ?? Task.CompletedTask);
    }

    private Task<T> OnWritersPlace<T>(Func<Task<T>> work, CancellationToken cancellation) =>
        Task.Factory.StartNew(work, cancellation, TaskCreationOptions.DenyChildAttach, database.WritersPlace).Unwrap();

    private async Task<ImmutableArray<BookedOrder>> OpenAsync(CancellationToken cancellation)
    {
        try
        {
            var pen = await PenAsync(cancellation);
            return [.. await pen.ReadOpenAsync(cancellation)];
        }
        catch (Exception e)
        {
            await PutPenAwayAsync();
            if (e is OrderBookException or OperationCanceledException)
            {
                throw;
            }

            throw new OrderBookException($"The order book {database.Name} could not be opened: {database.Explain(e)}.", e);
        }
    }

    private async Task<bool> WriteAllAsync()
    {
        var entries = new List<Entry>();
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (entries.Count < Capacity && _waiting.Reader.TryRead(out var entry))
            {
                entries.Add(entry);
            }

            await WriteAsync(entries);
            entries.Clear();
        }

        await PutPenAwayAsync();
        return true;
    }

    private async Task WriteAsync(List<Entry> entries)
    {
        try
        {
            await CommitAsync(entries);
        }
        catch (Exception e) when (entries.Count > 1 && database.BlamesTheData(e))
        {
            // One of them is poisonous. Halves of halves find it; the others are written.
            var half = entries.Count / 2;
            await WriteAsync(entries[..half]);
            await WriteAsync(entries[half..]);
            return;
        }
        catch (Exception e)
        {
            // Whatever it is, the callers are told and the writer goes on: with the next entries the disk may have room again.
            var message = e is OrderBookException
                ? e.Message
                : $"The order book {database.Name} could not be written: {database.Explain(e)}. Nothing was accepted; try again later.";
            foreach (var entry in entries)
            {
                entry.Fail(message, e);
            }

            return;
        }

        foreach (var entry in entries)
        {
            entry.Complete();
        }
    }

    private async Task CommitAsync(List<Entry> entries)
    {
        for (var isFirstTry = true; ; isFirstTry = false)
        {
            var pen = await PenAsync(CancellationToken.None);
            var committing = false;
            try
            {
                var draft = await DraftAsync(pen, entries);
                if (!draft.IsEmpty)
                {
                    await pen.WriteAsync(draft);
                    committing = true;
                    await pen.CommitAsync();
                    Interlocked.Increment(ref _commits);
                }

                _sums = draft.After;
                return;
            }
            catch (Exception e)
            {
                if (await pen.RecoverAsync(e))
                {
                    throw;
                }

                await PutPenAwayAsync();
                // A connection that was lost since the last time is no reason to refuse anyone. But if it was lost while
                // committing, only the book knows whether they are in it: the callers are told, and ask again with the same ids.
                if (committing || !isFirstTry)
                {
                    throw;
                }
            }
        }
    }

    private async Task<Draft> DraftAsync(IPen pen, List<Entry> entries)
    {
        var ids = new HashSet<string>();
        var numbers = new HashSet<long>();
        foreach (var entry in entries)
        {
            if (entry.Id is { } id)
            {
                ids.Add(id);
            }

            if (entry.Number is { } number)
            {
                numbers.Add(number);
            }
        }

        var draft = new Draft(_sums, await pen.ReadAsync(ids, numbers));
        foreach (var entry in entries)
        {
            entry.Decide(draft);
        }

        return draft;
    }

    // A new pen sums the book up again: after a failure that left a transaction's fate open, memory may be behind the book.
    private async Task<IPen> PenAsync(CancellationToken cancellation)
    {
        if (_pen is not null)
        {
            return _pen;
        }

        var pen = await database.OpenPenAsync(cancellation);
        try
        {
            _sums = await pen.SumUpAsync(cancellation);
            return _pen = pen;
        }
        catch
        {
            await pen.DisposeAsync();
            throw;
        }
    }

    private async Task PutPenAwayAsync()
    {
        if (_pen is not { } pen)
        {
            return;
        }

        _pen = null;
        await pen.DisposeAsync();
    }
}
