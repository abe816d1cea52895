using System.IO.Compression;
using System.Text.Json;
using ActorCafe.Floor.Plays;

namespace ActorCafe.Floor.Tests;

/// <summary>A play as a page reads it.</summary>
internal sealed class PlayedLog
{
    private static readonly string[] Columns = ["ticks", "kind", "stage", "worker", "order"];

    private PlayedLog(JsonElement json)
    {
        Json = json;
        Facts = [.. ReadFacts(json)];
    }

    public JsonElement Json { get; }

    /// <summary>The time in ticks, the kind, the stage, the worker and the order of every fact.</summary>
    public IReadOnlyList<(long Ticks, string Kind, int Stage, int Worker, long Order)> Facts { get; }

    public string Checksum => Json.GetProperty("checksum").GetString()!;

    public static async Task<PlayedLog> OfAsync(PlayRequest request) => Of((await Play.OfAsync(request, null, CancellationToken.None)).Gzip);

    public static PlayedLog Of(byte[] gzip)
    {
        using var packed = new MemoryStream(gzip);
        using var plain = new GZipStream(packed, CompressionMode.Decompress);
        return new PlayedLog(JsonDocument.Parse(plain).RootElement);
    }

    private static IEnumerable<(long, string, int, int, long)> ReadFacts(JsonElement json)
    {
        var kinds = json.GetProperty("kinds").EnumerateArray().Select(kind => kind.GetString()!).ToArray();
        var now = (long)(json.GetProperty("opened").GetDouble() * TimeSpan.TicksPerSecond);
        foreach (var chunk in json.GetProperty("facts").EnumerateArray())
        {
            var columns = Columns.Select(name => chunk.GetProperty(name).EnumerateArray().Select(value => value.GetInt64()).ToArray()).ToArray();
            for (var i = 0; i < columns[0].Length; i++)
            {
                now += columns[0][i];
                yield return (now, kinds[columns[1][i]], (int)columns[2][i], (int)columns[3][i], columns[4][i]);
            }
        }
    }
}
