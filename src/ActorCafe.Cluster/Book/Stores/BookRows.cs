using System.Collections.Immutable;
using System.Data.Common;
using ActorCafe.Cluster.Book.Writing;
using ActorCafe.Shop.Orders;

namespace ActorCafe.Cluster.Book.Stores;

/// <summary>What both databases read in the same words.</summary>
internal static class BookRows
{
    public const string Columns = "number, id, drink, customer, accepted_at, outcome, machine, ended_at";

    public static BookedOrder Order(DbDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        row.GetString(2),
        row.IsDBNull(3) ? null : row.GetString(3),
        row.GetFieldValue<DateTimeOffset>(4),
        row.IsDBNull(5) ? null : OutcomeName.Read(row.GetString(5)),
        row.IsDBNull(6) ? null : row.GetString(6),
        row.IsDBNull(7) ? null : row.GetFieldValue<DateTimeOffset>(7));

    public static async Task<List<BookedOrder>> ReadOpenAsync(DbConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {Columns} FROM cafe_orders WHERE outcome IS NULL ORDER BY number";
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var open = new List<BookedOrder>();
        while (await rows.ReadAsync(cancellation))
        {
            open.Add(Order(rows));
        }

        return open;
    }

    public static async Task<BookSums> SumUpAsync(DbConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT outcome, machine, COUNT(*), CAST(SUM(duplicates) AS bigint), MAX(number)
            FROM cafe_orders GROUP BY outcome, machine
            """;
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        long accepted = 0, served = 0, turnedAway = 0, duplicates = 0, last = 0;
        var servedBy = ImmutableDictionary.CreateBuilder<string, long>();
        while (await rows.ReadAsync(cancellation))
        {
            var count = rows.GetInt64(2);
            accepted += count;
            duplicates += rows.GetInt64(3);
            last = Math.Max(last, rows.GetInt64(4));
            if (rows.IsDBNull(0))
            {
                continue;
            }

            if (OutcomeName.Read(rows.GetString(0)) != Outcome.Served)
            {
                turnedAway += count;
            }
            else
            {
                served += count;
                if (!rows.IsDBNull(1))
                {
                    servedBy[rows.GetString(1)] = count;
                }
            }
        }

        return new BookSums(new BookTotals(accepted, served, turnedAway, duplicates, servedBy.ToImmutable()), last);
    }

    /// <summary>Checks that the book is one this program can read.</summary>
    public static void RequireVersion(string book, int version)
    {
        if (version != Schema.Version)
        {
            throw new OrderBookException(
                $"The order book {book} has schema version {version}; this program reads version {Schema.Version}.");
        }
    }
}
