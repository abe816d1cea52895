using System.Text;
using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Configuration.Binding;

/// <summary>A file of recorded times or orders, as errors name it, and what is in it.</summary>
internal sealed record DataFile(string Name, byte[] Bytes);

/// <summary>Where the files come from that values name.</summary>
internal interface IDataFiles
{
    DataFile Read(Entry entry);
}

/// <summary>Opens the files that values name: beside the file in which the value stands, or in the current folder for an option.</summary>
/// <param name="embedded">Whether the configuration's files are those embedded in the program.</param>
/// <param name="kept">Keeps what was read, for the next shop and for a <see cref="SentShop"/>; null: nothing is kept.</param>
internal sealed class DataFiles(bool embedded, KeptFiles? kept = null) : IDataFiles
{
    private const string Remedy = "write the path of a file that can be read";

    private readonly Dictionary<HoconNode, DataFile> _opened = new(ReferenceEqualityComparer.Instance);

    /// <summary>What was read, by the value that names it; empty where nothing is kept.</summary>
    public IReadOnlyDictionary<HoconNode, DataFile> Opened => _opened;

    public DataFile Read(Entry entry)
    {
        var file = entry.Text(Remedy);
        var isEmbedded = embedded && !IsOption(entry);
        DataFile Open() => isEmbedded
            ? new(file, Encoding.UTF8.GetBytes(new EmbeddedSource(file).ReadText()))
            : OnDisk(entry, file, PathOf(entry));
        return kept is null ? Open() : _opened[entry.Node] = kept.Find(isEmbedded, isEmbedded ? file : PathOf(entry), Open);
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
