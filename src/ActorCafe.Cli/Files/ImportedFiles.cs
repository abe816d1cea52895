using System.Text;
using ActorCafe.Configuration;
using ActorCafe.Import;
using ActorCafe.Import.Orders;
using ActorCafe.Import.Writing;

namespace ActorCafe.Cli.Files;

/// <summary>The files of an import: a trace per day in a folder, and the shop file beside it. All of them are written, or none.</summary>
/// <param name="folder">Where to write; empty: the current folder.</param>
/// <param name="name">The name of the shop, its file and its folder.</param>
internal sealed class ImportedFiles(string folder, string name)
{
    private const string Option = "--out";
    private const string Unfinished = ".unfinished";

    /// <summary>The path of the shop file.</summary>
    public string Shop => Path.Combine(folder, $"{name}.conf");

    /// <summary>The folder of the traces.</summary>
    public string Traces => Path.Combine(folder, name);

    /// <summary>The path of a day's trace.</summary>
    public string Trace(SalesDay day) => Path.Combine(Traces, day.FileName);

    /// <summary>Writes everything.</summary>
    /// <param name="sales">The import.</param>
    /// <param name="inputs">The files imported, which are never overwritten.</param>
    /// <param name="overwrites">Whether other files may be overwritten.</param>
    /// <exception cref="InputException">A file is there already, or the folder cannot be made.</exception>
    /// <exception cref="OutputException">A file could not be written, for example because the disk is full.</exception>
    public void Write(ImportedSales sales, IEnumerable<string> inputs, bool overwrites)
    {
        string[] paths = [.. sales.Days.Select(Trace), Shop];
        Check(paths, [.. inputs.Select(Target)], overwrites);
        MakeFolders();
        try
        {
            foreach (var day in sales.Days)
            {
                Write(Trace(day), TraceText.Of(sales, day));
            }

            Write(Shop, StarterShop.Of(sales, name));
            foreach (var path in paths)
            {
                File.Move(path + Unfinished, path, overwrite: true);
            }
        }
        catch
        {
            CleanUp(paths);
            throw;
        }
    }

    private static void Check(string[] paths, HashSet<string> inputs, bool overwrites)
    {
        foreach (var path in paths)
        {
            if (inputs.Contains(Target(path)))
            {
                throw new InputException(Option, path, "it is imported from, and never overwritten", "choose another --name or --out");
            }

            if (Directory.Exists(path))
            {
                throw new InputException(Option, path, "it is a folder", "choose another --name or --out");
            }

            if (File.Exists(path) && !overwrites)
            {
                throw new InputException(Option, path, "it is there already", "overwrite it with --force, or choose another --name or --out");
            }
        }
    }

    private void MakeFolders()
    {
        if (File.Exists(Traces) || File.Exists(folder))
        {
            throw new InputException(Option, File.Exists(folder) ? folder : Traces, "it is a file, and a folder of this name is needed", "choose another --name or --out");
        }

        try
        {
            Directory.CreateDirectory(Traces);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException(Option, Traces, $"the folder cannot be made: {Reason(problem)}", "choose another --out");
        }
    }

    private static void Write(string path, string text)
    {
        try
        {
            using var file = new FileStream(path + Unfinished, FileMode.Create, FileAccess.Write);
            file.Write(Encoding.UTF8.GetBytes(text));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new OutputException(Option, path, Reason(problem));
        }
    }

    private void CleanUp(string[] paths)
    {
        foreach (var path in paths)
        {
            File.Delete(path + Unfinished);
        }

        if (!Directory.EnumerateFileSystemEntries(Traces).Any())
        {
            Directory.Delete(Traces);
        }
    }

    // Drops the path, which the system's message repeats.
    private static string Reason(Exception problem) => problem.Message.Split(" : '")[0].TrimEnd('.');

    // Two names may be one file.
    private static string Target(string path) =>
        File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path) : Path.GetFullPath(path);
}
