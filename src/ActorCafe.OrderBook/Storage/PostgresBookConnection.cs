using System.Data;
using ActorCafe.OrderBook.Writing;
using Npgsql;

namespace ActorCafe.OrderBook.Storage;

/// <summary>Writes to PostgreSQL. Columns are sent as arrays, so a transaction takes a few round trips however many orders it holds.</summary>
internal sealed class PostgresBookConnection(NpgsqlConnection connection, string id) : IBookConnection
{
    private NpgsqlTransaction? _transaction;

    /// <summary>The book's id.</summary>
    public string Id => id;

    public Task<BookSums> ReadSumsAsync(CancellationToken cancellation) => BookRows.ReadSumsAsync(connection, cancellation);

    public Task<List<BookedOrder>> ReadOpenAsync(CancellationToken cancellation) => BookRows.ReadOpenAsync(connection, cancellation);

    public async Task<List<BookedOrder>> FindAsync(IReadOnlyCollection<string> ids, IReadOnlyCollection<long> numbers)
    {
        // UNION rather than OR: each half uses its own index.
        await using var command = new NpgsqlCommand(
            $"""
            SELECT {BookRows.Columns} FROM cafe_orders WHERE id = ANY($1)
            UNION SELECT {BookRows.Columns} FROM cafe_orders WHERE number = ANY($2)
            """, connection);
        command.Parameters.Add(Parameter(ids.ToArray()));
        command.Parameters.Add(Parameter(numbers.ToArray()));
        await using var rows = await command.ExecuteReaderAsync();
        var found = new List<BookedOrder>();
        while (await rows.ReadAsync())
        {
            found.Add(BookRows.Read(rows));
        }

        return found;
    }

    public async Task WriteAsync(WriteBatch batch)
    {
        _transaction = await connection.BeginTransactionAsync();
        await using var commands = new NpgsqlBatch(connection, _transaction);
        if (batch.Accepted.Count > 0)
        {
            commands.BatchCommands.Add(Insert(batch.Accepted));
        }

        if (batch.Closed.Count > 0)
        {
            commands.BatchCommands.Add(Close(batch.Closed));
        }

        if (batch.Duplicates.Count > 0)
        {
            commands.BatchCommands.Add(AddDuplicates(batch.Duplicates));
        }

        commands.BatchCommands.Add(Count(batch));
        if (batch.ServedBy.Count > 0)
        {
            commands.BatchCommands.Add(CountServed(batch.ServedBy));
        }

        await commands.ExecuteNonQueryAsync();
    }

    public async Task CommitAsync()
    {
        await _transaction!.CommitAsync();
        await EndTransactionAsync();
    }

    // The server answers for its files.
    public Task<bool> VerifyAsync() => Task.FromResult(true);

    public async Task<bool> RecoverAsync(Exception failure)
    {
        try
        {
            if (connection.FullState is ConnectionState.Broken or ConnectionState.Closed)
            {
                return false;
            }

            if (_transaction is not null)
            {
                await _transaction.RollbackAsync();
            }

            await EndTransactionAsync();
            return failure is PostgresException && connection.FullState == ConnectionState.Open;
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException or IOException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await PostgresSession.ReleaseAsync(connection);
        await connection.DisposeAsync();
    }

    private static NpgsqlBatchCommand Insert(List<BookedOrder> orders) => new(
        """
        INSERT INTO cafe_orders (number, id, drink, customer, accepted_at)
        SELECT * FROM unnest($1, $2, $3, $4, $5)
        """)
    {
        Parameters =
        {
            Parameter(Column(orders, order => order.Number)),
            Parameter(Column(orders, order => order.Id)),
            Parameter(Column(orders, order => order.Drink)),
            Parameter(Column(orders, order => order.Customer)),
            Parameter(Column(orders, order => order.AcceptedAt)),
        },
    };

    private static NpgsqlBatchCommand Close(List<BookedOrder> orders) => new(
        """
        UPDATE cafe_orders SET outcome = e.outcome, machine = e.machine, ended_at = e.ended_at
        FROM unnest($1, $2, $3, $4) AS e (number, outcome, machine, ended_at)
        WHERE cafe_orders.number = e.number
        """)
    {
        Parameters =
        {
            Parameter(Column(orders, order => order.Number)),
            Parameter(Column(orders, order => OutcomeName.Of(order.Outcome!.Value))),
            Parameter(Column(orders, order => order.Machine)),
            Parameter(Column(orders, order => order.EndedAt)),
        },
    };

    private static NpgsqlBatchCommand AddDuplicates(Dictionary<long, long> duplicates) => new(
        """
        UPDATE cafe_orders SET duplicates = duplicates + d.count
        FROM unnest($1, $2) AS d (number, count) WHERE cafe_orders.number = d.number
        """)
    {
        Parameters = { Parameter(duplicates.Keys.ToArray()), Parameter(duplicates.Values.ToArray()) },
    };

    private static NpgsqlBatchCommand Count(WriteBatch batch) => new(
        """
        UPDATE cafe_book SET accepted = accepted + $1, served = served + $2, turned_away = turned_away + $3,
            duplicates = duplicates + $4, last_number = $5
        """)
    {
        Parameters =
        {
            Parameter((long)batch.Accepted.Count),
            Parameter(batch.Served),
            Parameter(batch.TurnedAway),
            Parameter(batch.Duplicates.Values.Sum()),
            Parameter(batch.LastNumber),
        },
    };

    private static NpgsqlBatchCommand CountServed(Dictionary<string, long> servedBy) => new(
        """
        INSERT INTO cafe_served SELECT * FROM unnest($1, $2)
        ON CONFLICT (machine) DO UPDATE SET orders = cafe_served.orders + excluded.orders
        """)
    {
        Parameters = { Parameter(servedBy.Keys.ToArray()), Parameter(servedBy.Values.ToArray()) },
    };

    private static T[] Column<T>(List<BookedOrder> orders, Converter<BookedOrder, T> value) => [.. orders.ConvertAll(value)];

    private static NpgsqlParameter<T> Parameter<T>(T value) => new() { TypedValue = value };

    private async Task EndTransactionAsync()
    {
        if (_transaction is null)
        {
            return;
        }

        await _transaction.DisposeAsync();
        _transaction = null;
    }
}
