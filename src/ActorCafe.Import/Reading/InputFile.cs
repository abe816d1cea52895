using ActorCafe.Configuration;

namespace ActorCafe.Import.Reading;

/// <summary>An export: its name as the user wrote it, and its content.</summary>
internal sealed record InputFile(string Name, byte[] Bytes)
{
    /// <exception cref="InputException">The file cannot be read.</exception>
    public static InputFile Read(string path)
    {
        try
        {
            return new(path, File.ReadAllBytes(path));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var reason = Directory.Exists(path) ? "it is a folder"
                : unreadable is FileNotFoundException or DirectoryNotFoundException ? "there is no such file"
                : unreadable is UnauthorizedAccessException ? "it may not be read"
                : unreadable.Message.TrimEnd('.');
            throw new InputException("import", path, reason, "name a file that a till or a spreadsheet exported");
        }
    }

    /// <summary>An error of the whole file.</summary>
    public InputException Error(string problem, string remedy) => new(Name, "file", problem, remedy);
}
