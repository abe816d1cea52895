using ActorCafe.Cli.Tables;
using ActorCafe.Configuration;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Commands;

/// <summary>Loads the shops of <c>compare</c>.</summary>
internal static class ComparedShops
{
    private static readonly (string Name, Func<LoadedShop, IEnumerable<string>> Lines)[] Shared =
    [
        ("customers", shop => Lines(shop, "customers").Concat(Lines(shop, "seed"))),
        ("steps", shop => Lines(shop, "step")),
        ("menu", Menu),
    ];

    /// <summary>Reads each file as a shop of its own; without files, the essay's five.</summary>
    /// <exception cref="InputException">A file or an override is wrong.</exception>
    public static IReadOnlyList<LoadedShop> Load(IReadOnlyList<string> files, IReadOnlyList<Override> overrides)
    {
        Func<IReadOnlyList<Override>, LoadedShop>[] shops = files.Count == 0
            ? [.. ShopFiles.EssayShops.Select(Embedded)]
            : [.. files.Select(OnDisk)];
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

    private static Func<IReadOnlyList<Override>, LoadedShop> Embedded(string name) => changes => ShopFiles.LoadEmbedded(name, changes);

    private static Func<IReadOnlyList<Override>, LoadedShop> OnDisk(string file) => changes => ShopFiles.Load([file], changes);

    // Text that is not an assignment goes to every shop, whose reader reports the error.
    private static bool IsAssignment(Override pool) => pool.Text.Contains('=', StringComparison.Ordinal);

    private static string Stage(Override pool) => pool.Text.Split('=')[0].Trim();
}
