using ActorCafe.Configuration;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Floor.Tests;

/// <summary>The essay's shops, as the command serves them.</summary>
internal static class EssayShops
{
    public static IReadOnlyList<ShopSettings> All { get; } = [.. ShopFiles.EssayShops.Select(file => Load(file))];

    public static ShopSettings Pipeline => All.Single(shop => shop.Name == "pipeline");

    /// <summary>An embedded shop with keys of its own.</summary>
    public static ShopSettings Load(string file, params string[] keys) =>
        ShopFiles.LoadEmbedded(file, [.. keys.Select(key => new Override("--set", key))]).Settings;
}
