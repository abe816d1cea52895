namespace ActorCafe.Cli.Files;

/// <summary>A path for each of several shops: <c>orders.csv</c> becomes <c>orders.solo.csv</c>.</summary>
internal static class ShopPaths
{
    /// <summary>The shops' names stand before the extension; a name met again gets a number.</summary>
    public static IReadOnlyList<string> For(string path, IEnumerable<string> shops)
    {
        var met = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. shops.Select(shop => Insert(path, Unique(Safe(shop), met)))];
    }

    private static string Insert(string path, string name)
    {
        var file = Path.GetFileName(path);
        var extension = Path.GetExtension(file);
        return $"{path[..^file.Length]}{file[..^extension.Length]}.{name}{extension}";
    }

    private static string Unique(string name, HashSet<string> met)
    {
        var unique = name;
        for (var n = 2; !met.Add(unique); n++)
        {
            unique = $"{name}-{n}";
        }

        return unique;
    }

    private static string Safe(string name) =>
        string.Concat(name.Select(sign => char.IsLetterOrDigit(sign) || sign is '-' or '_' ? sign : '_'));
}
