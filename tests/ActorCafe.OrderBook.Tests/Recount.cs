using System.Data.Common;
using System.Globalization;

namespace ActorCafe.OrderBook.Tests;

/// <summary>Compares a book's counters with its orders.</summary>
internal static class Recount
{
    private const string Orders = """
        SELECT COUNT(*), COUNT(*) FILTER (WHERE outcome = 'served'), COUNT(*) FILTER (WHERE outcome <> 'served'),
            CAST(COALESCE(SUM(duplicates), 0) AS bigint), COALESCE(MAX(number), 0) FROM cafe_orders
        """;

    private const string ServedBy = "SELECT machine, COUNT(*) FROM cafe_orders WHERE outcome = 'served' AND machine IS NOT NULL GROUP BY machine ORDER BY machine";

    public static async Task CheckAsync(DbConnection connection, BookTotals totals)
    {
        await connection.OpenAsync();
        var counters = await QueryAsync(connection, "SELECT accepted, served, turned_away, duplicates, last_number FROM cafe_book");
        counters.ShouldBe(await QueryAsync(connection, Orders));
        counters.ShouldBe([$"{totals.Accepted}|{totals.Served}|{totals.TurnedAway}|{totals.DuplicatesSuppressed}|{totals.Accepted}"]);

        var servedBy = await QueryAsync(connection, "SELECT machine, orders FROM cafe_served ORDER BY machine");
        servedBy.ShouldBe(await QueryAsync(connection, ServedBy));
        servedBy.ShouldBe(totals.ServedBy.Select(machine => $"{machine.Key}|{machine.Value}"), ignoreOrder: true);
    }

    public static async Task<List<string>> QueryAsync(DbConnection connection, string query)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var rows = await command.ExecuteReaderAsync();
        var read = new List<string>();
        while (await rows.ReadAsync())
        {
            read.Add(string.Join('|', Enumerable.Range(0, rows.FieldCount).Select(i => Convert.ToString(rows.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return read;
    }
}
