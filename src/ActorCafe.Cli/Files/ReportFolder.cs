using System.Text;
using ActorCafe.Configuration;
using ActorCafe.Pictures.Report;
using ActorCafe.Pictures.Styling;

namespace ActorCafe.Cli.Files;

/// <summary>The folder of a report. The page is written last and replaced atomically, so the old page stays until the new one is complete.</summary>
internal sealed class ReportFolder : IDisposable
{
    private const string Option = "--report";
    private const string Page = "index.html";
    private const string Unfinished = "index.html.unfinished";
    private readonly string _path;
    private readonly bool _isNew;

    private ReportFolder(string path, bool isNew) => (_path, _isNew) = (path, isNew);

    /// <summary>Creates the folder and tests that it can be written.</summary>
    /// <exception cref="InputException">The folder cannot be created or written.</exception>
    public static ReportFolder Open(string path)
    {
        if (path.Length == 0)
        {
            throw new InputException(Option, "no name", "it is empty", "name a folder");
        }

        if (File.Exists(path))
        {
            throw new InputException(Option, path, "it is a file", "name a folder");
        }

        try
        {
            var folder = new ReportFolder(path, !Directory.Exists(path));
            Directory.CreateDirectory(path);
            var trial = Path.Combine(path, Unfinished);
            File.WriteAllBytes(trial, []);
            File.Delete(trial);
            return folder;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw problem is UnauthorizedAccessException
                ? new InputException(Option, path, "it may not be written to", "name a folder that may be")
                : new InputException(Option, path, $"it cannot be made or written to: {problem.Message.Split(" : '")[0]}", "name another folder");
        }
    }

    /// <summary>Writes the charts, the flowchart and, last, the page.</summary>
    /// <returns>The path of the page.</returns>
    /// <exception cref="OutputException">A file could not be written, for example because the disk is full.</exception>
    public string Write(ReportPage page)
    {
        try
        {
            foreach (var chart in page.Figures.SelectMany(figure => figure.Narrow is null ? [figure.Chart] : new[] { figure.Chart, figure.Narrow }))
            {
                Write($"{chart.Name}.svg", Encoding.UTF8.GetBytes(chart.Svg(Theme.Light)));
                Write($"{chart.Name}.png", chart.Png(Theme.Light));
            }

            Write("structure.mmd", Encoding.UTF8.GetBytes(MermaidWriter.Write(page.Structures)));
            Write(Unfinished, Encoding.UTF8.GetBytes(ReportHtml.Of(page)));
            File.Move(InFolder(Unfinished), InFolder(Page), overwrite: true);
            return InFolder(Page);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new OutputException(Option, _path, problem.Message.Split(" : '")[0]);
        }
    }

    /// <summary>Removes the folder if it was created here and is empty.</summary>
    public void Dispose()
    {
        if (_isNew && Directory.Exists(_path) && !Directory.EnumerateFileSystemEntries(_path).Any())
        {
            Directory.Delete(_path);
        }
    }

    private void Write(string name, byte[] bytes) => File.WriteAllBytes(InFolder(name), bytes);

    private string InFolder(string name) => Path.Combine(_path, name);
}
