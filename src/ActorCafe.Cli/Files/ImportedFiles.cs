using System.Text;
using ActorCafe.Configuration;
using ActorCafe.Import;
using ActorCafe.Import.Orders;
using ActorCafe.Import.Writing;
using ActorCafe.OrderBook.Storage;

namespace ActorCafe.Cli.Files;

/// <summary>The files of an import: a trace per day in a folder, and the shop file beside it. All of them are written, or none.</summary>
/// <param name="folder">Where to write; empty: the current folder.</param>
/// <param name="name">The name of the shop, its file and its folder.</param>
internal sealed class ImportedFiles(string folder, string name)
{
    private const string Option = "--out";

    /// <summary>The name of the shop.</summary>
    public string Name => name;

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
        Check([.. sales.Days.Select(Trace), Shop], [.. inputs.Select(RealPath.Of)], overwrites);
        using var traces = Open();
        foreach (var day in sales.Days)
        {
            traces.Write(Trace(day), Encoding.UTF8.GetBytes(TraceText.Of(sales, day)));
        }

        traces.Write(Shop, Encoding.UTF8.GetBytes(StarterShop.Of(sales, name)));
        traces.Finish();
    }

    private static void Check(string[] paths, HashSet<string> inputs, bool overwrites)
    {
        foreach (var path in paths)
        {
            if (File.Exists(path) && inputs.Contains(RealPath.Of(path)))
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

    private OutputFolder Open() => File.Exists(Traces) || File.Exists(folder)
        ? throw new InputException(Option, File.Exists(folder) ? folder : Traces, "it is a file, and a folder of this name is needed", "choose another --name or --out")
        : OutputFolder.Open(Option, Traces);
}
