using System.Globalization;
using System.Text;
using System.Text.Unicode;
using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Configuration.Binding;

/// <summary>A file of recorded times or orders: its name in errors, and its content.</summary>
internal sealed record DataFile(string Name, byte[] Bytes);

/// <summary>Reads the files that values name.</summary>
internal interface IDataFiles
{
    DataFile Read(ConfigEntry entry);
}

/// <summary>Reads the files that values name, relative to the file in which the value is written, or to the current folder for an option.</summary>
/// <param name="embedded">Whether the configuration is embedded in the program.</param>
/// <param name="cache">Caches the files for further shops and for <see cref="ShopTextSerializer"/>; null: no cache.</param>
internal sealed class DataFiles(bool embedded, DataFileCache? cache = null) : IDataFiles
{
    private const string Remedy = "write the path of a file that can be read";

    private readonly Dictionary<HoconNode, DataFile> _opened = new(ReferenceEqualityComparer.Instance);

    /// <summary>The files read, by the value that names each; empty without a cache.</summary>
    public IReadOnlyDictionary<HoconNode, DataFile> Opened => _opened;

    public DataFile Read(ConfigEntry entry)
    {
        var file = entry.Text(Remedy);
        var isEmbedded = embedded && !IsOption(entry);
        DataFile Open() => isEmbedded
            ? new(file, Encoding.UTF8.GetBytes(new EmbeddedSource(file).ReadText()))
            : OnDisk(entry, file, PathOf(entry));
        return cache is null ? Open() : _opened[entry.Node] = cache.GetOrRead(isEmbedded, isEmbedded ? file : PathOf(entry), Open);
    }

    /// <summary>The path of a value, relative to the current folder.</summary>
    public static string PathOf(ConfigEntry entry)
    {
        var file = entry.Text(Remedy);
        return IsOption(entry) ? file : Path.Combine(Path.GetDirectoryName(entry.Node.Origin.Source) ?? "", file);
    }

    private static bool IsOption(ConfigEntry entry) => entry.Node.Origin.Source.StartsWith("--", StringComparison.Ordinal);

    private static DataFile OnDisk(ConfigEntry entry, string file, string path)
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
            throw entry.Error($"{ErrorText.Shown(file)} cannot be read ({reason})", Remedy);
        }
    }
}

/// <summary>Validates that a data file is text.</summary>
internal static class DataFileText
{
    private const string Remedy = "save the file as UTF-8 text";

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>Opens <paramref name="file"/> for reading.</summary>
    /// <param name="file">The file.</param>
    /// <param name="orElse">What an error advises besides saving it as UTF-8.</param>
    /// <exception cref="InputException">The file is not UTF-8 text.</exception>
    public static StreamReader Open(DataFile file, string orElse = "")
    {
        var kind = file.Bytes switch
        {
            [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => "the file is UTF-16, not UTF-8",
            [(byte)'P', (byte)'K', 3, 4, ..] => "the file is a spreadsheet or another archive, not text",
            _ => null,
        };
        if (kind is not null)
        {
            throw Error(file.Name, 1, kind, Remedy + orElse);
        }

        var nul = file.Bytes.AsSpan().IndexOf((byte)0);
        if (nul >= 0)
        {
            throw Error(file.Name, LineAt(file, nul), "there is a NUL byte: this is not text", Remedy + orElse);
        }

        if (!Utf8.IsValid(file.Bytes))
        {
            throw Error(file.Name, LineAt(file, FirstInvalid(file.Bytes)), "these bytes are not UTF-8", Remedy + orElse);
        }

        var start = file.Bytes.AsSpan().StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        return new(new MemoryStream(file.Bytes, start, file.Bytes.Length - start), Encoding.UTF8);
    }

    public static InputException Error(string name, int line, string problem, string remedy) =>
        new(name, string.Create(CultureInfo.InvariantCulture, $"line {line}"), problem, remedy);

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(bytes[at..], out _, out var consumed) == System.Buffers.OperationStatus.Done)
        {
            at += consumed;
        }

        return at;
    }

    private static int LineAt(DataFile file, int position) => file.Bytes.AsSpan(0, position).Count((byte)'\n') + 1;
}
