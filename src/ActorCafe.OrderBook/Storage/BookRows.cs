using System.Collections.Immutable;
using System.Data.Common;

namespace ActorCafe.OrderBook.Storage;

/// <summary>Queries and row mapping common to both databases.</summary>
internal static class BookRows
{
    public const string Columns = "number, id, drink, customer, accepted_at, outcome, machine, ended_at";

    public static BookedOrder Read(DbDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        row.GetString(2),
        row.IsDBNull(3) ? null : row.GetString(3),
        row.GetFieldValue<DateTimeOffset>(4),
        row.IsDBNull(5) ? null : OutcomeName.Parse(row.GetString(5)),
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
            open.Add(Read(rows));
        }

        return open;
    }

    public static async Task<BookSums> ReadSumsAsync(DbConnection connection, CancellationToken cancellation)
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

            if (OutcomeName.Parse(rows.GetString(0)) != BookedOutcome.Served)
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
}

/// <summary>Outcomes as words in the database, readable without a table of codes.</summary>
internal static class OutcomeName
{
    public static string Of(BookedOutcome outcome) => outcome switch
    {
        BookedOutcome.Served => "served",
        BookedOutcome.Rejected => "rejected",
        BookedOutcome.Reneged => "reneged",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };

    public static BookedOutcome Parse(string name) => name switch
    {
        "served" => BookedOutcome.Served,
        "rejected" => BookedOutcome.Rejected,
        "reneged" => BookedOutcome.Reneged,
        _ => throw new OrderBookException($"An order ended as '{name}': this program does not know that outcome."),
    };
}
