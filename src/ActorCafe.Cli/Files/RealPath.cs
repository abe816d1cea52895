namespace ActorCafe.Cli.Files;

/// <summary>One name for each file: two paths may lead to the same file by symbolic links of files and of folders.</summary>
internal static class RealPath
{
    // A cycle of links leads nowhere.
    private const int MostLinks = 40;

    /// <summary>The full path without symbolic links; what does not exist is kept as it is written.</summary>
    public static string Of(string path) => Of(Path.GetFullPath(path), MostLinks);

    private static string Of(string path, int links)
    {
        if (Path.GetDirectoryName(path) is not { } parent)
        {
            return path;
        }

        var folder = Of(parent, links);
        var own = Path.Combine(folder, Path.GetFileName(path));
        return links > 0 && new FileInfo(own).LinkTarget is { } target ? Of(Path.GetFullPath(target, folder), links - 1) : own;
    }
}
