using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ActorCafe.Cli.Files;
using ActorCafe.Configuration;
using ActorCafe.Shop.Results;

namespace ActorCafe.Cli.Sweeping;

/// <summary>
/// The finished points, a line of JSON each, written as soon as they are known, so that a killed sweep can be resumed. An
/// incomplete last line is cut off.
/// </summary>
internal sealed class SweepFile : IDisposable
{
    private const string Option = "--out";
    private readonly FileStream _stream;
    private readonly int _replications;
    private readonly Lock _writing = new();

    private SweepFile(FileStream stream, int replications) => (_stream, _replications) = (stream, replications);

    /// <summary>The results read from the file, by identity of their point.</summary>
    public Dictionary<string, ShopResult> Done { get; } = [];

    /// <exception cref="InputException">The file cannot be written, or holds something other than this sweep.</exception>
    public static SweepFile Open(string path, IReadOnlyList<SweepPoint> points, int replications)
    {
        // Reports a bad path like all other outputs.
        OutputFile.Open(Option, path).Dispose();
        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException problem)
        {
            throw new InputException(Option, path, $"it cannot be opened: {problem.Message}", "wait for the sweep that writes it, or name another file");
        }

        try
        {
            var file = new SweepFile(stream, replications);
            file.Read(path, points);
            return file;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <exception cref="OutputException">A file could not be written, for example because the disk is full.</exception>
    public void Add(SweepPoint point, ShopResult result)
    {
        var line = new JsonObject
        {
            ["varied"] = new JsonObject(point.Varied.Select(varied => KeyValuePair.Create(varied.Key.Path, (JsonNode?)varied.Value))),
            ["fingerprint"] = SweepFingerprint.Of(point.Shop, _replications),
            ["result"] = ResultJson.ToNode(result),
        };
        var bytes = Encoding.UTF8.GetBytes(line.ToJsonString() + "\n");
        lock (_writing)
        {
            try
            {
                _stream.Write(bytes);
                _stream.Flush();
            }
            catch (IOException problem)
            {
                throw new OutputException(Option, _stream.Name, problem.Message);
            }
        }
    }

    public void Dispose() => _stream.Dispose();

    private void Read(string path, IReadOnlyList<SweepPoint> points)
    {
        using var memory = new MemoryStream();
        _stream.CopyTo(memory);
        var text = Encoding.UTF8.GetString(memory.ToArray());
        var whole = text.LastIndexOf('\n') + 1;
        if (whole < text.Length && !text[whole..].StartsWith('{'))
        {
            throw new InputException(Option, path, "it holds something else than the points of a sweep", "name another file");
        }

        var known = points.ToDictionary(point => point.Identity);
        foreach (var (line, number) in text[..whole].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((line, at) => (line, at + 1)))
        {
            Read(path, line, number, known);
        }

        _stream.SetLength(Encoding.UTF8.GetByteCount(text[..whole]));
        _stream.Seek(0, SeekOrigin.End);
    }

    private void Read(string path, string line, int number, Dictionary<string, SweepPoint> points)
    {
        InputException Wrong(string problem, string remedy) => new(Option, path, $"line {number} {problem}", remedy);
        try
        {
            var node = JsonNode.Parse(line)!;
            var varied = node["varied"]!.AsObject().Select(one => $"{one.Key}={(string)one.Value!}").Order(StringComparer.Ordinal);
            var identity = string.Join('\n', varied);
            if (!points.TryGetValue(identity, out var point))
            {
                throw Wrong("is a point that this sweep does not have", "name another file, or vary as it was varied there");
            }

            if ((string?)node["fingerprint"] != SweepFingerprint.Of(point.Shop, _replications))
            {
                throw Wrong($"({point.Name}) is of another shop, seed or number of replications", "name another file, or undo the change");
            }

            Done[identity] = ResultJson.Read(node["result"]!);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or NullReferenceException or FormatException)
        {
            throw Wrong("is no point of a sweep", "name another file");
        }
    }
}
