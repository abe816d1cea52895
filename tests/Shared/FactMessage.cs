using System.Globalization;
using System.Text.Json;

namespace ActorCafe.Tests.Shared;

/// <summary>A server-sent event, as the page reads it.</summary>
/// <param name="Kind">The event.</param>
/// <param name="Id">Its number; null if it has none.</param>
/// <param name="Data">Its JSON.</param>
internal sealed record FactMessage(string Kind, long? Id, JsonElement Data)
{
    private static readonly string[] Columns = ["ticks", "kind", "stage", "worker", "order"];

    /// <summary>Reads messages and leaves out comments.</summary>
    public static IEnumerable<FactMessage> Read(string stream) => stream.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
        .Where(text => !text.StartsWith(':')).Select(One);

    /// <summary>Its facts, with absolute times.</summary>
    public IEnumerable<(long Ticks, long Kind, long Stage, long Worker, long Order)> Facts()
    {
        if (!Data.TryGetProperty("facts", out var facts))
        {
            yield break;
        }

        var columns = Columns.Select(name => facts.GetProperty(name).EnumerateArray().Select(value => value.GetInt64()).ToArray()).ToArray();
        var now = 0L;
        for (var i = 0; i < columns[0].Length; i++)
        {
            now += columns[0][i];
            yield return (now, columns[1][i], columns[2][i], columns[3][i], columns[4][i]);
        }
    }

    private static FactMessage One(string text)
    {
        var fields = text.Split('\n').Select(line => line.Split(": ", 2)).ToDictionary(field => field[0], field => field[1], StringComparer.Ordinal);
        return new(
            fields["event"],
            fields.TryGetValue("id", out var id) ? long.Parse(id, CultureInfo.InvariantCulture) : null,
            JsonDocument.Parse(fields["data"]).RootElement);
    }
}
