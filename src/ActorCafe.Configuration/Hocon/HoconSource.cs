using System.Reflection;
using System.Text;

namespace ActorCafe.Configuration.Hocon;

/// <summary>A source of HOCON that resolves its own includes.</summary>
internal interface IHoconSource
{
    /// <summary>The name in errors.</summary>
    string Name { get; }

    /// <summary>Identifies the source, however it was named.</summary>
    string Identity { get; }

    /// <summary>The whole text.</summary>
    /// <exception cref="InputException">The source cannot be read, or is not text.</exception>
    string ReadText();

    /// <summary>The source that <c>include "path"</c> refers to.</summary>
    IHoconSource Include(string path);
}

/// <summary>A file on disk; includes are relative to it.</summary>
internal sealed class FileSource(string file) : IHoconSource
{
    /// <inheritdoc/>
    public string Name => file;

    /// <inheritdoc/>
    public string Identity => file.Length == 0 || file.Contains('\0', StringComparison.Ordinal) ? file : Path.GetFullPath(file);

    /// <inheritdoc/>
    public string ReadText()
    {
        try
        {
            using var stream = File.OpenRead(file);
            return HoconText.Decode(stream, file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var problem = Directory.Exists(file) ? "it is a folder"
                : error is FileNotFoundException or DirectoryNotFoundException ? "there is no such file"
                : $"it cannot be read ({error.Message.TrimEnd('.')})";
            throw new InputException(file, "file", problem, "name a shop file that can be read");
        }
    }

    /// <inheritdoc/>
    public IHoconSource Include(string path) =>
        new FileSource(Path.Combine(Path.GetDirectoryName(file) ?? string.Empty, path));
}

/// <summary>A file of the embedded <c>hocon</c> folder, which resolves includes within that folder.</summary>
internal sealed class EmbeddedSource(string name) : IHoconSource
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string Identity => $"embedded:{name}";

    /// <inheritdoc/>
    public string ReadText()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"hocon/{name}")
            ?? throw new InputException(name, "file", "the program has no such file", "name one of its shops");
        return HoconText.Decode(stream, name);
    }

    /// <inheritdoc/>
    public IHoconSource Include(string path) =>
        new EmbeddedSource(name.LastIndexOf('/') is >= 0 and var slash ? name[..(slash + 1)] + path : path);
}

/// <summary>A text in memory, without includes.</summary>
internal sealed class TextSource(string name, string text) : IHoconSource
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string Identity => name;

    /// <inheritdoc/>
    public string ReadText() => text;

    /// <inheritdoc/>
    public IHoconSource Include(string path) =>
        throw new InputException(name, "include", $"'{path}' cannot be included here", "include only in files");
}

/// <summary>Decodes bytes strictly.</summary>
internal static class HoconText
{
    private const int MostBytes = 16 * 1024 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Decode(Stream stream, string name)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[8192];
        for (int read; (read = stream.Read(buffer)) > 0 && copy.Length <= MostBytes;)
        {
            copy.Write(buffer, 0, read);
        }

        if (copy.Length > MostBytes)
        {
            throw new InputException(name, "file", "it is larger than 16 MiB", "name a shop file, which is a few lines of text");
        }

        try
        {
            var text = Utf8.GetString(copy.GetBuffer(), 0, (int)copy.Length);
            return Check(text, name).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw NoText(name);
        }
    }

    /// <summary>Returns the text unless it holds NUL or other control characters found only in binary files.</summary>
    public static string Check(string text, string name) =>
        text.Any(c => c < ' ' && c is not ('\t' or '\n' or '\r' or '\f')) ? throw NoText(name) : text;

    private static InputException NoText(string name) =>
        new(name, "file", "it is not a text file", "write it as UTF-8 text");
}
