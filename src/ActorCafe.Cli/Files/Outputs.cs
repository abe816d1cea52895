using ActorCafe.Cli.Commands;
using ActorCafe.Configuration;

namespace ActorCafe.Cli.Files;

/// <summary>The files a command will write, all opened before it starts.</summary>
internal sealed class Outputs : IDisposable
{
    private Outputs(OutputFile? json, IReadOnlyList<OutputFile> csv) => (Json, Csv) = (json, csv);

    public OutputFile? Json { get; }

    /// <summary>A file for each path asked for, in that order.</summary>
    public IReadOnlyList<OutputFile> Csv { get; }

    /// <exception cref="InputException">One of them cannot be written.</exception>
    public static Outputs Open(PlayOptions options, IReadOnlyList<string> csvPaths)
    {
        var opened = new List<OutputFile>();
        try
        {
            var json = options is { Json: not null, JsonOnStdout: false } ? OutputFile.Open("--json", options.Json) : null;
            if (json is not null)
                opened.Add(json);
            foreach (var path in csvPaths)
            {
                if (opened.Exists(other => IsSame(other.Path, path)))
                    throw new InputException("--csv", path, "another output goes to the same file", "name another");
                opened.Add(OutputFile.Open("--csv", path));
            }

            return new Outputs(json, opened[(json is null ? 0 : 1)..]);
        }
        catch
        {
            opened.ForEach(file => file.Dispose());
            throw;
        }
    }

    /// <summary>Writes the result where it was asked for: to its file, or to standard output.</summary>
    /// <exception cref="OutputException">It could not be written.</exception>
    public void WriteJson(ReadOnlySpan<byte> json)
    {
        if (Json is null)
        {
            using var output = Console.OpenStandardOutput();
            output.Write(json);
            return;
        }

        Json.Write(json);
        Json.Finish();
    }

    public void Dispose()
    {
        Json?.Dispose();
        foreach (var file in Csv)
            file.Dispose();
    }

    private static bool IsSame(string a, string b) => a.Length > 0 && b.Length > 0 && Path.GetFullPath(a) == Path.GetFullPath(b);
}
