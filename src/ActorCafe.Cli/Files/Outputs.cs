using ActorCafe.Cli.Commands;
using ActorCafe.Configuration;

namespace ActorCafe.Cli.Files;

/// <summary>The files a command will write, all opened before it starts.</summary>
internal sealed class Outputs : IDisposable
{
    private readonly List<OutputFile> _opened = [];
    private readonly OutputFile? _json;
    private readonly IReadOnlyList<OutputFile> _csv;
    private readonly IReadOnlyList<OutputFile> _series;
    private readonly Action? _giveUp;

    private Outputs(PlayOptions options, IReadOnlyList<string>? shops, Action? giveUp)
    {
        _giveUp = giveUp;
        try
        {
            _json = options is { Json: not null, JsonOnStdout: false } ? Open("--json", options.Json) : null;
            _csv = [.. PathsOf(options.Csv, shops).Select(path => Open("--csv", path))];
            _series = [.. PathsOf(options.Series, shops).Select(path => Open("--series", path))];
            Trace = options.Trace is { } trace ? new TraceFile(Open("--trace", trace)) : null;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Where all shops are traced; null: nowhere.</summary>
    public TraceFile? Trace { get; }

    /// <param name="options">Which outputs are wanted.</param>
    /// <param name="shops">The names of several shops, each of which gets rows of its own; null: there is one.</param>
    /// <param name="giveUp">Called when a write has failed: there is no use in going on.</param>
    /// <exception cref="InputException">One of them cannot be written.</exception>
    public static Outputs Open(PlayOptions options, IEnumerable<string>? shops = null, Action? giveUp = null) => new(options, shops?.ToList(), giveUp);

    /// <summary>What is written of a shop, counted from 0.</summary>
    public ShopOutputs Of(int shop) => new(_csv.ElementAtOrDefault(shop), _series.ElementAtOrDefault(shop), Trace);

    /// <summary>Writes the result where it was asked for: to its file, or to standard output.</summary>
    /// <exception cref="OutputException">It could not be written.</exception>
    public void WriteJson(ReadOnlySpan<byte> json)
    {
        if (_json is null)
        {
            using var output = Console.OpenStandardOutput();
            output.Write(json);
            return;
        }

        _json.Write(json);
        _json.Finish();
    }

    public void Dispose()
    {
        Trace?.Dispose();
        _opened.ForEach(file => file.Dispose());
    }

    private static IEnumerable<string> PathsOf(string? path, IReadOnlyList<string>? shops) =>
        path is null ? [] : shops is null ? [path] : ShopPaths.For(path, shops);

    private static bool IsSame(string a, string b) => a.Length > 0 && b.Length > 0 && Path.GetFullPath(a) == Path.GetFullPath(b);

    private OutputFile Open(string option, string path)
    {
        if (_opened.Exists(other => IsSame(other.Path, path)))
        {
            throw new InputException(option, path, "another output goes to the same file", "name another");
        }

        var file = OutputFile.Open(option, path, _giveUp);
        _opened.Add(file);
        return file;
    }
}
