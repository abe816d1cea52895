using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ActorCafe.Faults.Tests.Outside;

/// <summary>Reads the order book from its file.</summary>
internal static class BookFile
{
    public static async Task<IReadOnlyList<Row>> ReadAsync(string file)
    {
        var rows = new List<Row>();
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, accepted_at, outcome, machine, ended_at, duplicates FROM cafe_orders";
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows.Add(new Row(
                reader.GetString(0),
                Time(reader.GetString(1)),
                reader.IsDBNull(2) ? null : reader.GetString(2),
                reader.IsDBNull(3) ? null : reader.GetString(3),
                reader.IsDBNull(4) ? null : Time(reader.GetString(4)),
                reader.GetInt64(5)));
        }

        return rows;
    }

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    internal sealed record Row(string Id, DateTimeOffset AcceptedAt, string? Outcome, string? Machine, DateTimeOffset? EndedAt, long Duplicates);
}
