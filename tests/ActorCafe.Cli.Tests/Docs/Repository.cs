namespace ActorCafe.Cli.Tests.Docs;

/// <summary>The repository that these tests were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Every page of documentation, relative to the root.</summary>
    public static IEnumerable<string> Pages =>
        Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Prepend("README.md");

    public static string[] Lines(string page) => File.ReadAllLines(Path.Combine(Root, page));

    /// <summary>Copies the shops into a folder, so that commands write nothing into the repository.</summary>
    public static void CopyShops(TempFolder folder)
    {
        var shops = Path.Combine(Root, "hocon");
        foreach (var file in Directory.EnumerateFiles(shops, "*", SearchOption.AllDirectories))
        {
            var copy = folder.File(Path.Combine("hocon", Path.GetRelativePath(shops, file)));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new DirectoryNotFoundException("ActorCafe.sln is in no folder above the tests.")
        : File.Exists(Path.Combine(folder.FullName, "ActorCafe.sln")) ? folder.FullName
        : Find(folder.Parent);
}
