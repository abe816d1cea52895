using System.Text;
using ActorCafe.Configuration;
using ActorCafe.Pictures.Report;
using ActorCafe.Pictures.Styling;

namespace ActorCafe.Cli.Files;

/// <summary>The folder of a report. The page is moved to its place last, so the old page stays until the new one is complete.</summary>
internal sealed class ReportFolder : IDisposable
{
    private const string Option = "--report";
    private readonly string _path;
    private readonly OutputFolder _folder;

    private ReportFolder(string path) => (_path, _folder) = (path, OutputFolder.Open(Option, path));

    /// <summary>Creates the folder and tests that it can be written.</summary>
    /// <exception cref="InputException">The folder cannot be created or written.</exception>
    public static ReportFolder Open(string path) =>
        path.Length == 0 ? throw new InputException(Option, "no name", "it is empty", "name a folder")
        : File.Exists(path) ? throw new InputException(Option, path, "it is a file", "name a folder")
        : new(path);

    /// <summary>Writes the charts, the flowchart and, last, the page.</summary>
    /// <returns>The path of the page.</returns>
    /// <exception cref="OutputException">A file could not be written, for example because the disk is full.</exception>
    public string Write(ReportPage page)
    {
        foreach (var chart in page.Figures.SelectMany(figure => figure.Narrow is null ? [figure.Chart] : new[] { figure.Chart, figure.Narrow }))
        {
            Write($"{chart.Name}.svg", Encoding.UTF8.GetBytes(chart.Svg(Theme.Light)));
            Write($"{chart.Name}.png", chart.Png(Theme.Light));
        }

        if (page.Structures.Count > 0)
        {
            Write("structure.mmd", Encoding.UTF8.GetBytes(MermaidWriter.Write(page.Structures)));
        }

        var path = Write("index.html", Encoding.UTF8.GetBytes(ReportHtml.Of(page)));
        _folder.Finish();
        return path;
    }

    /// <summary>Removes what is unfinished, and the folder if it was created here and is empty.</summary>
    public void Dispose() => _folder.Dispose();

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_path, name);
        _folder.Write(path, bytes);
        return path;
    }
}
