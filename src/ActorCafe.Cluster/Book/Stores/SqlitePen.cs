using ActorCafe.Cluster.Book.Writing;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ActorCafe.Cluster.Book.Stores;

/// <summary>Writes in an SQLite file: prepared statements, an order at a time. Calls are cheap here, there is no network between.</summary>
internal sealed class SqlitePen : IPen
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _rollback;
    private readonly SqliteCommand _findById;
    private readonly SqliteCommand _findByNumber;
    private readonly SqliteCommand _accept;
    private readonly SqliteCommand _end;
    private readonly SqliteCommand _duplicate;

    public SqlitePen(SqliteConnection connection)
    {
        _connection = connection;
        // Immediate: another program that writes is waited for here, not found half-way.
        _begin = Command("BEGIN IMMEDIATE");
        _commit = Command("COMMIT");
        _rollback = Command("ROLLBACK");
        _findById = Command($"SELECT {BookRows.Columns} FROM cafe_orders WHERE id = $id", "$id");
        _findByNumber = Command($"SELECT {BookRows.Columns} FROM cafe_orders WHERE number = $number", "$number");
        _accept = Command(
            "INSERT INTO cafe_orders (number, id, drink, customer, accepted_at) VALUES ($number, $id, $drink, $customer, $at)",
            "$number", "$id", "$drink", "$customer", "$at");
        _end = Command(
            "UPDATE cafe_orders SET outcome = $outcome, machine = $machine, ended_at = $at WHERE number = $number",
            "$number", "$outcome", "$machine", "$at");
        _duplicate = Command("UPDATE cafe_orders SET duplicates = duplicates + $count WHERE number = $number", "$number", "$count");
    }

    public Task<BookSums> SumUpAsync(CancellationToken cancellation) => BookRows.SumUpAsync(_connection, cancellation);

    public Task<List<BookedOrder>> ReadOpenAsync(CancellationToken cancellation) => BookRows.ReadOpenAsync(_connection, cancellation);

    public Task<List<BookedOrder>> ReadAsync(IReadOnlyCollection<string> ids, IReadOnlyCollection<long> numbers)
    {
        var found = new List<BookedOrder>();
        foreach (var id in ids)
        {
            Read(Bind(_findById, id), found);
        }

        foreach (var number in numbers)
        {
            Read(Bind(_findByNumber, number), found);
        }

        return Task.FromResult(found);
    }

    public Task WriteAsync(Draft draft)
    {
        _begin.ExecuteNonQuery();
        foreach (var order in draft.Accepted)
        {
            Bind(_accept, order.Number, order.Id, order.Drink, order.Customer, order.AcceptedAt).ExecuteNonQuery();
        }

        foreach (var order in draft.Ended)
        {
            Bind(_end, order.Number, OutcomeName.Of(order.Outcome!.Value), order.Machine, order.EndedAt).ExecuteNonQuery();
        }

        foreach (var (number, count) in draft.Duplicates)
        {
            Bind(_duplicate, number, count).ExecuteNonQuery();
        }

        return Task.CompletedTask;
    }

    public Task CommitAsync()
    {
        _commit.ExecuteNonQuery();
        return Task.CompletedTask;
    }

    public Task<bool> RecoverAsync(Exception failure)
    {
        try
        {
            // SqliteTransaction is not used, because it cannot tell whether a failed COMMIT has rolled back by itself; SQLite can.
            if (raw.sqlite3_get_autocommit(_connection.Handle) == 0)
            {
                _rollback.ExecuteNonQuery();
            }

            return Task.FromResult(SqliteErrors.LeavesTheConnectionSound(failure));
        }
        catch (SqliteException)
        {
            return Task.FromResult(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in (SqliteCommand[])[_begin, _commit, _rollback, _findById, _findByNumber, _accept, _end, _duplicate])
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
            into.Add(BookRows.Order(rows));
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
