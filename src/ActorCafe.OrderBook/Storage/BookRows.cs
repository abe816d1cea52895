using System.Collections.Immutable;
using System.Data.Common;

namespace ActorCafe.OrderBook.Storage;

/// <summary>Queries and row mapping common to both databases.</summary>
internal static class BookRows
{
    public const string Columns = "number, id, drink, customer, accepted_at, outcome, machine, ended_at";

    /// <summary>The query for the open orders, which SQLite answers from the partial index.</summary>
    public const string SelectOpen = $"SELECT {Columns} FROM cafe_orders WHERE outcome IS NULL ORDER BY number";

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
        command.CommandText = SelectOpen;
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
        command.CommandText = "SELECT accepted, served, turned_away, duplicates, last_number FROM cafe_book; SELECT machine, orders FROM cafe_served";
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        await rows.ReadAsync(cancellation);
        var totals = new BookTotals(
            rows.GetInt64(0), rows.GetInt64(1), rows.GetInt64(2), rows.GetInt64(3), ImmutableDictionary<string, long>.Empty);
        var lastNumber = rows.GetInt64(4);
        var servedBy = ImmutableDictionary.CreateBuilder<string, long>();
        await rows.NextResultAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            servedBy.Add(rows.GetString(0), rows.GetInt64(1));
        }

        return new BookSums(totals with { ServedBy = servedBy.ToImmutable() }, lastNumber);
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
