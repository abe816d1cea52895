using System.Collections.Immutable;
using ActorCafe.OrderBook.Storage;

namespace ActorCafe.OrderBook.Writing;

/// <summary>
/// The writer's connection, made anew when it is lost, and what was read through it. After a commit in doubt, and after a book was
/// away, the open orders are read again before anything else is committed. Used by the writer only.
/// </summary>
internal sealed class BookSession(IBookDatabase database, Action<ImmutableArray<BookedOrder>> reread)
{
    private IBookConnection? _connection;
    private bool _isInDoubt;

    // Replaced as a whole after each commit, so that readers never see half a transaction.
    private volatile BookSums _sums = new(BookTotals.Empty, 0);
    private volatile string? _obstacle;

    /// <summary>The book's sums as of the last commit.</summary>
    public BookSums Sums => _sums;

    /// <summary>Why the book takes no orders; null: it does.</summary>
    public string? Obstacle => _obstacle;

    public async Task<OpenedBook> OpenAsync(CancellationToken cancellation)
    {
        try
        {
            _connection = await database.ConnectAsync(cancellation);
            _sums = await _connection.ReadSumsAsync(cancellation);
            return new OpenedBook([.. await _connection.ReadOpenAsync(cancellation)], _sums.LastNumber);
        }
        catch
        {
            await DisconnectAsync();
            throw;
        }
    }

    /// <summary>Returns the connection, a new one if necessary.</summary>
    public async Task<IBookConnection> ConnectAsync()
    {
        if (_connection is not null && !_isInDoubt)
        {
            return _connection;
        }

        try
        {
            if (_connection is not null)
            {
                // Kept open until it is verified: if the log was deleted, only this connection still has what is in it.
                await _connection.VerifyAsync();
                await DisconnectAsync();
            }

            _connection = await database.ConnectAsync(CancellationToken.None);
            await ReadAgainAsync(_connection);
            return _connection;
        }
        catch (Exception e)
        {
            Blame(e);
            throw;
        }
    }

    /// <summary>Checks that the book is where a later front will look for it, before anybody is told what is in it.</summary>
    /// <exception cref="Exception">It may not be.</exception>
    public async Task VerifyAsync()
    {
        try
        {
            if (!await _connection!.VerifyAsync())
            {
                await DisconnectAsync();
            }
        }
        catch (Exception e)
        {
            _isInDoubt = true;
            Blame(e);
            throw;
        }
    }

    /// <summary>Changes the sums after a commit.</summary>
    public void Committed(BookSums sums) => _sums = sums;

    /// <summary>Disconnects after a commit that may or may not be in the book.</summary>
    public Task DoubtAsync()
    {
        _isInDoubt = true;
        return DisconnectAsync();
    }

    /// <summary>Looks after the book when nobody writes: connects again if necessary, and verifies its place.</summary>
    public async Task CheckAsync()
    {
        try
        {
            await ConnectAsync();
            await VerifyAsync();
        }
        catch (Exception)
        {
            // The obstacle says it, and so does every write until a check succeeds.
        }
    }

    /// <summary>Disconnects for good.</summary>
    public async Task CloseAsync()
    {
        try
        {
            await (_connection?.VerifyAsync() ?? Task.CompletedTask);
        }
        catch (Exception)
        {
            // Whatever is wrong, the callers of the last commit have been told what they may rely on.
        }

        await DisconnectAsync();
    }

    public async Task DisconnectAsync()
    {
        if (_connection is not { } connection)
        {
            return;
        }

        _connection = null;
        await connection.DisposeAsync();
    }

    // Memory may lag behind the book. After a lost connection, another front may have had it meanwhile.
    private async Task ReadAgainAsync(IBookConnection connection)
    {
        try
        {
            var sums = await connection.ReadSumsAsync(CancellationToken.None);
            _isInDoubt |= sums.LastNumber != _sums.LastNumber || sums.Totals.Pending != _sums.Totals.Pending;
            _sums = sums;
            if (_isInDoubt)
            {
                reread([.. await connection.ReadOpenAsync(CancellationToken.None)]);
            }

            _isInDoubt = false;
            _obstacle = null;
        }
        catch
        {
            await DisconnectAsync();
            throw;
        }
    }

    private void Blame(Exception exception)
    {
        if (exception is OrderBookException)
        {
            _isInDoubt = true;
            _obstacle = exception.Message;
        }
        else if (_isInDoubt)
        {
            _obstacle = $"The order book {database.Name} cannot be read again after a failure: {database.Explain(exception)}. It is tried every second.";
        }
    }
}
