using ActorCafe.Cli.Commands;
using ActorCafe.Configuration;

namespace ActorCafe.Cli.Files;

/// <summary>The files a command will write, all opened before it starts.</summary>
internal sealed class OutputFiles : IDisposable
{
    private readonly List<OutputFile> _opened = [];
    private readonly OutputFile? _json;
    private readonly IReadOnlyList<OutputFile> _csv;
    private readonly IReadOnlyList<OutputFile> _series;
    private readonly Action? _giveUp;

    private OutputFiles(SimulationOptions options, IReadOnlyList<string>? shops, Action? giveUp)
    {
        _giveUp = giveUp;
        try
        {
            _json = options is { Json: not null, JsonOnStdout: false } ? Open("--json", options.Json) : null;
            _csv = [.. PathsOf(options.Csv, shops).Select(path => Open("--csv", path))];
            _series = [.. PathsOf(options.Series, shops).Select(path => Open("--series", path))];
            Trace = options.Trace is { } trace ? new ChromeTraceFile(Open("--trace", trace)) : null;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The trace of all shops; null: none.</summary>
    public ChromeTraceFile? Trace { get; }

    /// <param name="options">The options of the command.</param>
    /// <param name="shops">The names of several shops, each with files of its own; null: one shop.</param>
    /// <param name="giveUp">Called when a write fails, to stop the run.</param>
    /// <exception cref="InputException">One of the files cannot be written.</exception>
    public static OutputFiles Open(SimulationOptions options, IEnumerable<string>? shops = null, Action? giveUp = null) => new(options, shops?.ToList(), giveUp);

    /// <summary>The outputs of a shop, by index from 0.</summary>
    public ShopOutputs Of(int shop) => new(_csv.ElementAtOrDefault(shop), _series.ElementAtOrDefault(shop), Trace);

    /// <summary>Writes the result to its file, or to standard output.</summary>
    /// <exception cref="OutputException">The file could not be written.</exception>
    public void WriteJson(ReadOnlySpan<byte> json)
    {
        if (_json is null)
        {
            using var output = StandardStreams.OpenOutput();
            output.Write(json);
            return;
        }

        _json.Write(json);
        _json.Finish();
    }

    public void Dispose()
    {
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

/// <summary>The outputs of one shop while it runs; null: not wanted.</summary>
/// <param name="Csv">Receives a row per order.</param>
/// <param name="Series">Receives a row per instant at which a level changed.</param>
/// <param name="Trace">Receives the spans of the workers.</param>
internal sealed record ShopOutputs(OutputFile? Csv = null, OutputFile? Series = null, ChromeTraceFile? Trace = null);

/// <summary>A path for each of several shops: <c>orders.csv</c> becomes <c>orders.solo.csv</c>.</summary>
internal static class ShopPaths
{
    private const int Longest = 50;

    /// <summary>Inserts the shop's name before the extension, with a number if the name repeats.</summary>
    public static IReadOnlyList<string> For(string path, IEnumerable<string> shops)
    {
        var met = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. shops.Select(shop => Insert(path, Unique(Safe(shop), met)))];
    }

    private static string Insert(string path, string name)
    {
        var file = Path.GetFileName(path);
        var extension = Path.GetExtension(file);
        return $"{path[..^file.Length]}{file[..^extension.Length]}.{name}{extension}";
    }

    private static string Unique(string name, HashSet<string> met)
    {
        var unique = name;
        for (var n = 2; !met.Add(unique); n++)
        {
            unique = $"{name}-{n}";
        }

        return unique;
    }

    // A variant's name may be longer than a file's name can be.
    private static string Safe(string name)
    {
        var words = string.Concat(name.Select(sign => char.IsLetterOrDigit(sign) || sign is '-' or '_' ? sign : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var safe = string.Join('_', words);
        return safe.Length <= Longest ? safe : safe[..Longest];
    }
}
