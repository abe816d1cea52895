using ActorCafe.Configuration;

namespace ActorCafe.Cli.Commands;

/// <summary>Names shops of one comparison so that they can be told apart.</summary>
internal static class ShopLabels
{
    /// <summary>Adds the file to names that several shops have: <c>pipeline (a/shop.conf)</c>.</summary>
    /// <param name="shops">The shops.</param>
    /// <param name="files">The file of each.</param>
    public static IReadOnlyList<LoadedShop> WithFiles(IReadOnlyList<LoadedShop> shops, IReadOnlyList<string> files)
    {
        var labels = shops.Select(shop => shop.Settings.Name).ToArray();
        foreach (var alike in Enumerable.Range(0, shops.Count).GroupBy(shop => labels[shop]).Where(group => group.Skip(1).Any()).ToList())
        {
            foreach (var (shop, file) in alike.Zip(Distinct([.. alike.Select(shop => Path.GetFullPath(files[shop]))])))
            {
                labels[shop] = $"{labels[shop]} ({file})";
            }
        }

        return [.. shops.Zip(labels, Named)];
    }

    /// <summary>Names a variant by its shop and its changes: <c>pipeline: grinder=2</c>.</summary>
    public static LoadedShop WithVariant(LoadedShop shop, LoadedShop variant, ShopVariant changes) => Named(variant, $"{shop.Settings.Name}: {changes.Text}");

    private static LoadedShop Named(LoadedShop shop, string name) => shop with { Settings = shop.Settings with { Name = name } };

    /// <summary>As many folders of each path as it takes to tell different ones apart; a number where one file is given again.</summary>
    private static IEnumerable<string> Distinct(IReadOnlyList<string> paths)
    {
        var parts = 1;
        while (paths.Distinct().Select(path => Last(path, parts)).Distinct().Count() < paths.Distinct().Count())
        {
            parts++;
        }

        return paths.Select((path, at) => paths.Take(at).Count(before => before == path) is > 0 and var before
            ? $"{Last(path, parts)} #{before + 1}"
            : Last(path, parts));
    }

    private static string Last(string path, int parts) =>
        string.Join(Path.DirectorySeparatorChar, path.Split(Path.DirectorySeparatorChar)[^Math.Min(parts, path.Count(sign => sign == Path.DirectorySeparatorChar) + 1)..]);
}
