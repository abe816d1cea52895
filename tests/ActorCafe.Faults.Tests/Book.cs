using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ActorCafe.Faults.Tests;

/// <summary>The order book as whoever opens the file sees it.</summary>
internal sealed class Book(string file)
{
    public IReadOnlyList<Row> Rows()
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, outcome, duplicates, accepted_at, ended_at FROM cafe_orders ORDER BY number";
        using var reader = command.ExecuteReader();
        var rows = new List<Row>();
        while (reader.Read())
        {
            rows.Add(new Row(
                reader.GetString(0),
                reader.IsDBNull(1) ? null : reader.GetString(1),
                reader.GetInt64(2),
                reader.IsDBNull(4) ? null : (Time(reader.GetString(4)) - Time(reader.GetString(3))).TotalSeconds));
        }

        return rows;
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    /// <param name="Id">The customer's id.</param>
    /// <param name="Outcome">How it ended; null: it is open.</param>
    /// <param name="Duplicates">Brews besides the one that counts.</param>
    /// <param name="Response">From accepted to served, seconds; null: it is open.</param>
    internal sealed record Row(string Id, string? Outcome, long Duplicates, double? Response);
}
