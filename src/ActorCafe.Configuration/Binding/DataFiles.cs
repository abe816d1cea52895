using System.Text;
using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Configuration.Binding;

/// <summary>A file of recorded times or orders, as errors name it, and what is in it.</summary>
internal sealed record DataFile(string Name, byte[] Bytes);

/// <summary>Opens the files that values name: beside the file in which the value stands, or in the current folder for an option.</summary>
/// <param name="embedded">Whether the configuration's files are those embedded in the program.</param>
internal sealed class DataFiles(bool embedded)
{
    private const string Remedy = "write the path of a file that can be read";

    public DataFile Read(Entry entry)
    {
        var file = entry.Text(Remedy);
        return embedded && !IsOption(entry)
            ? new(file, Encoding.UTF8.GetBytes(new EmbeddedSource(file).ReadText()))
            : OnDisk(entry, file, PathOf(entry));
    }

    /// <summary>The path that a value means, from the current folder.</summary>
    public static string PathOf(Entry entry)
    {
        var file = entry.Text(Remedy);
        return IsOption(entry) ? file : Path.Combine(Path.GetDirectoryName(entry.Node.Origin.Source) ?? "", file);
    }

    private static bool IsOption(Entry entry) => entry.Node.Origin.Source.StartsWith("--", StringComparison.Ordinal);

    private static DataFile OnDisk(Entry entry, string file, string path)
    {
        try
        {
            return new(path, File.ReadAllBytes(path));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var reason = Directory.Exists(path) ? "it is a folder"
                : unreadable is FileNotFoundException or DirectoryNotFoundException ? "there is no such file"
                : unreadable.Message.TrimEnd('.');
            throw entry.Error($"{Words.Shown(file)} can't be read ({reason})", Remedy);
        }
    }
}
