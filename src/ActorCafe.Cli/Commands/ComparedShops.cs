using ActorCafe.Cli.Tables;
using ActorCafe.Configuration;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Commands;

/// <summary>Loads the shops of <c>compare</c> and <c>floor</c>.</summary>
internal static class ComparedShops
{
    private delegate LoadedShop Loader(IReadOnlyList<Override> changes);

    private static readonly (string Name, Func<LoadedShop, IEnumerable<string>> Lines)[] Shared =
    [
        ("customers", shop => Lines(shop, "customers").Concat(Lines(shop, "seed"))),
        ("steps", shop => Lines(shop, "step")),
        ("menu", Menu),
    ];

    /// <summary>
    /// Reads each file as a shop of its own; without files, the essay's five. With variants, reads the one file as it is and once for each variant. Names
    /// tell all shops apart.
    /// </summary>
    /// <exception cref="InputException">A file, an override or a variant is wrong.</exception>
    public static IReadOnlyList<LoadedShop> Load(IReadOnlyList<string> files, IReadOnlyList<Override> overrides, IReadOnlyList<string>? variants = null)
    {
        var cache = new DataFileCache();
        if (variants is null or [])
        {
            return files.Count == 0
                ? Load([.. ShopFiles.EssayShops.Select(name => (Loader)(changes => ShopFiles.LoadEmbedded(name, changes, cache)))], overrides)
                : ShopLabels.WithFiles(Load([.. files.Select(file => (Loader)(changes => ShopFiles.Load([file], changes, cache)))], overrides), files);
        }

        var changes = ReadVariants(files, variants);
        var shops = Load([.. changes.Select(variant => variant.Changes).Prepend([]).Select(added => (Loader)(given => ShopFiles.Load(files, [.. given, .. added], cache)))], overrides);
        return [shops[0], .. changes.Zip(shops.Skip(1), (variant, shop) => ShopLabels.WithVariant(shops[0], shop, variant))];
    }

    private static List<ShopVariant> ReadVariants(IReadOnlyList<string> files, IReadOnlyList<string> texts)
    {
        var variants = texts.Select(ShopVariant.Read).ToList();
        if (files.Count != 1)
        {
            throw new InputException(
                ShopVariant.Option, variants[0].Text, files.Count == 0 ? "no FILE is given that it could change" : $"{files.Count} FILEs are given, and it changes one", "name one FILE");
        }

        return variants.GroupBy(variant => string.Join('\n', variant.Changes.Select(change => change.Text).Order(StringComparer.Ordinal))).FirstOrDefault(same => same.Skip(1).Any()) is { } twice
            ? throw new InputException(ShopVariant.Option, twice.Last().Text, "it is given twice", "give each variant once")
            : variants;
    }

    private static IReadOnlyList<LoadedShop> Load(IReadOnlyList<Loader> shops, IReadOnlyList<Override> overrides)
    {
        var pools = overrides.Where(change => change.Option == "--pool").ToList();
        if (pools.Count == 0)
        {
            return [.. shops.Select(load => load(overrides))];
        }

        // Loads without --pool first, to learn which stages each shop has.
        var others = overrides.Except(pools).ToList();
        var stages = shops.Select(load => load(others).Settings.Stages.Select(stage => stage.Name).ToHashSet()).ToList();
        foreach (var pool in pools)
        {
            if (IsAssignment(pool) && !stages.Exists(names => names.Contains(Stage(pool))))
            {
                throw new InputException("--pool", Stage(pool), "none of the shops has this stage", $"one of {string.Join(", ", stages.SelectMany(names => names).Distinct())}");
            }
        }

        return [.. shops.Select((load, i) => load([.. overrides.Where(change =>
            change.Option != "--pool" || !IsAssignment(change) || stages[i].Contains(Stage(change)))]))];
    }

    /// <summary>Names in one line what differs although a comparison assumes it equal; null if nothing does.</summary>
    public static string? Differences(IReadOnlyList<LoadedShop> shops)
    {
        var different = Shared
            .Where(part => shops.Select(shop => Text(part.Lines(shop))).Distinct().Count() > 1)
            .Select(part => part.Name)
            .ToList();
        return different.Count == 0 ? null : $"These shops differ in more than structure and pools: in their {string.Join(", ", different)}.";
    }

    // Ignores drinks that nobody orders.
    private static IEnumerable<string> Menu(LoadedShop shop) => shop.Settings.Menu
        .Where(drink => drink.Share > 0 || shop.Settings.Customers.Arrivals is ArrivalSettings.Trace)
        .SelectMany(drink => Lines(shop, "menu", drink.Name));

    private static IEnumerable<string> Lines(LoadedShop shop, params string[] key) => HoconLines.Values(shop.Tree, ["cafe", .. key]);

    private static string Text(IEnumerable<string> lines) => string.Join('\n', lines.Order(StringComparer.Ordinal));

    // Text that is not an assignment goes to every shop, whose reader reports the error.
    private static bool IsAssignment(Override pool) => pool.Text.Contains('=', StringComparison.Ordinal);

    private static string Stage(Override pool) => pool.Text.Split('=')[0].Trim();
}
