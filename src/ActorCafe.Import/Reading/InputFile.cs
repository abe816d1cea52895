using ActorCafe.Configuration;

namespace ActorCafe.Import.Reading;

/// <summary>An export, by its name as the user wrote it.</summary>
internal sealed record InputFile(string Name)
{
    /// <exception cref="InputException">The file cannot be read.</exception>
    public byte[] ReadBytes()
    {
        try
        {
            return File.ReadAllBytes(Name);
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
}
