namespace ActorCafe.OrderBook.Storage;

/// <summary>Resolves symbolic links, so that a file has one name whatever path leads to it: a book one lock, an imported file one protection.</summary>
internal static class RealPath
{
    // As on Linux.
    private const int MaxLinks = 40;

    private static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    /// <summary>
    /// Returns the path without links in the file's name or in any folder's, whether or not the file exists. File.ResolveLinkTarget
    /// resolves the last name only.
    /// </summary>
    /// <exception cref="IOException">The links lead nowhere.</exception>
    public static string Of(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        // Windows takes ".." from the text of a path, other systems from the folder that a link before it leads to.
        path = OperatingSystem.IsWindows() ? Path.GetFullPath(path) : Path.Combine(Environment.CurrentDirectory, path);
        var real = Path.GetPathRoot(path)!;
        var rest = new Stack<string>();
        Push(path[real.Length..]);
        for (var links = 0; rest.TryPop(out var name);)
        {
            if (name == "..")
            {
                real = Path.GetDirectoryName(real) ?? real;
                continue;
            }

            var next = Path.Combine(real, name);
            FileSystemInfo entry = Directory.Exists(next) ? new DirectoryInfo(next) : new FileInfo(next);
            if (entry.LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MaxLinks)
            {
                throw new IOException($"{path} has too many symbolic links.");
            }

            var root = Path.GetPathRoot(target)!;
            real = root.Length > 0 ? root : real;
            Push(target[root.Length..]);
        }

        return real;

        void Push(string names)
        {
            foreach (var name in names.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Reverse().Where(name => name != "."))
            {
                rest.Push(name);
            }
        }
    }
}
