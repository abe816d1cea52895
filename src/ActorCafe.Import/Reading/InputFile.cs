using ActorCafe.Configuration;

namespace ActorCafe.Import.Reading;

/// <summary>An export, by its name as the user wrote it.</summary>
internal sealed record InputFile(string Name)
{
    /// <summary>Opens the file; the stream can be read several times. A large file is not kept in memory.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    public Stream Open()
    {
        try
        {
            var stream = File.OpenRead(Name);
            return stream.CanSeek ? stream : Copied(stream);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var reason = Directory.Exists(Name) ? "it is a folder"
                : unreadable is FileNotFoundException or DirectoryNotFoundException ? "there is no such file"
                : unreadable is UnauthorizedAccessException ? "it may not be read"
                : unreadable.Message.TrimEnd('.');
            throw new InputException("import", Name, reason, "name a file that a till or a spreadsheet exported");
        }
    }

    /// <summary>An error of the whole file.</summary>
    public InputException Error(string problem, string remedy) => new(Name, "file", problem, remedy);

    // A pipe can be read once.
    private static MemoryStream Copied(FileStream stream)
    {
        using (stream)
        {
            var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy;
        }
    }
}
