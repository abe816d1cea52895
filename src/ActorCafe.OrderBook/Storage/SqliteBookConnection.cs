using ActorCafe.OrderBook.Writing;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ActorCafe.OrderBook.Storage;

/// <summary>Writes to an SQLite file with prepared statements, one order at a time: without a network, calls are cheap.</summary>
internal sealed class SqliteBookConnection : IBookConnection
{
    private readonly SqliteConnection _connection;
    private readonly BookFile _file;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _rollback;
    private readonly SqliteCommand _selectById;
    private readonly SqliteCommand _selectByNumber;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _close;
    private readonly SqliteCommand _addDuplicates;
    private readonly SqliteCommand _count;
    private readonly SqliteCommand _countServed;
    private bool _hasCommitted;

    public SqliteBookConnection(SqliteConnection connection, BookFile file, string id)
    {
        Id = id;
        _connection = connection;
        _file = file;
        // IMMEDIATE takes the write lock here: waiting for another program later would leave the transaction half done.
        _begin = Command("BEGIN IMMEDIATE");
        _commit = Command("COMMIT");
        _rollback = Command("ROLLBACK");
        _selectById = Command($"SELECT {BookRows.Columns} FROM cafe_orders WHERE id = $id", "$id");
        _selectByNumber = Command($"SELECT {BookRows.Columns} FROM cafe_orders WHERE number = $number", "$number");
        _insert = Command(
            "INSERT INTO cafe_orders (number, id, drink, customer, accepted_at) VALUES ($number, $id, $drink, $customer, $at)",
            "$number", "$id", "$drink", "$customer", "$at");
        _close = Command(
            "UPDATE cafe_orders SET outcome = $outcome, machine = $machine, ended_at = $at WHERE number = $number",
            "$number", "$outcome", "$machine", "$at");
        _addDuplicates = Command("UPDATE cafe_orders SET duplicates = duplicates + $count WHERE number = $number", "$number", "$count");
        _count = Command(
            """
            UPDATE cafe_book SET accepted = accepted + $accepted, served = served + $served, turned_away = turned_away + $turned_away,
                duplicates = duplicates + $duplicates, last_number = $last_number
            """,
            "$accepted", "$served", "$turned_away", "$duplicates", "$last_number");
        _countServed = Command(
            "INSERT INTO cafe_served VALUES ($machine, $orders) ON CONFLICT (machine) DO UPDATE SET orders = orders + excluded.orders",
            "$machine", "$orders");
    }

    /// <summary>The book's id.</summary>
    public string Id { get; }

    public Task<BookSums> ReadSumsAsync(CancellationToken cancellation) => BookRows.ReadSumsAsync(_connection, cancellation);

    public Task<List<BookedOrder>> ReadOpenAsync(CancellationToken cancellation) => BookRows.ReadOpenAsync(_connection, cancellation);

    public Task<List<BookedOrder>> FindAsync(IReadOnlyCollection<string> ids, IReadOnlyCollection<long> numbers)
    {
        var found = new List<BookedOrder>();
        foreach (var id in ids)
        {
            Read(Bind(_selectById, id), found);
        }

        foreach (var number in numbers)
        {
            Read(Bind(_selectByNumber, number), found);
        }

        return Task.FromResult(found);
    }

    public Task WriteAsync(WriteBatch batch)
    {
        _begin.ExecuteNonQuery();
        foreach (var order in batch.Accepted)
        {
            Bind(_insert, order.Number, order.Id, order.Drink, order.Customer, order.AcceptedAt).ExecuteNonQuery();
        }

        foreach (var order in batch.Closed)
        {
            Bind(_close, order.Number, OutcomeName.Of(order.Outcome!.Value), order.Machine, order.EndedAt).ExecuteNonQuery();
        }

        foreach (var (number, count) in batch.Duplicates)
        {
            Bind(_addDuplicates, number, count).ExecuteNonQuery();
        }

        Bind(_count, batch.Accepted.Count, batch.Served, batch.TurnedAway, batch.Duplicates.Values.Sum(), batch.LastNumber).ExecuteNonQuery();
        foreach (var (machine, orders) in batch.ServedBy)
        {
            Bind(_countServed, machine, orders).ExecuteNonQuery();
        }

        return Task.CompletedTask;
    }

    public Task CommitAsync()
    {
        _commit.ExecuteNonQuery();
        _hasCommitted = true;
        return Task.CompletedTask;
    }

    public Task<bool> VerifyAsync()
    {
        _file.RequireInPlace();
        if (_file.HasLog(_hasCommitted))
        {
            return Task.FromResult(true);
        }

        // Somebody deleted the write-ahead log, and SQLite goes on writing to a file that no later connection will find. Its
        // commits go to the book itself, and a new connection begins a new log.
        SqliteSession.Checkpoint(_connection);
        return Task.FromResult(false);
    }

    public Task<bool> RecoverAsync(Exception failure)
    {
        try
        {
            // Not a SqliteTransaction: it cannot tell whether a failed COMMIT has rolled back already. SQLite itself can.
            if (raw.sqlite3_get_autocommit(_connection.Handle) == 0)
            {
                _rollback.ExecuteNonQuery();
            }

            return Task.FromResult(SqliteErrors.KeepsConnectionUsable(failure));
        }
        catch (SqliteException)
        {
            return Task.FromResult(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in (SqliteCommand[])[_begin, _commit, _rollback, _selectById, _selectByNumber, _insert, _close, _addDuplicates, _count, _countServed])
        {
            await command.DisposeAsync();
        }

        await _connection.DisposeAsync();
    }

    private static void Read(SqliteCommand command, List<BookedOrder> into)
    {
        using var rows = command.ExecuteReader();
        if (rows.Read())
        {
            into.Add(BookRows.Read(rows));
        }
    }

    private static SqliteCommand Bind(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }

    private SqliteCommand Command(string sql, params ReadOnlySpan<string> parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        return command;
    }
}
