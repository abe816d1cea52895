using ActorCafe.Shop.Settings;

namespace ActorCafe.Configuration.Tests.Binding;

/// <summary>Shops for tests: the embedded pipeline with some keys set, or files in a temporary folder.</summary>
internal static class TestShops
{
    public static ShopSettings Pipeline(params string[] sets) => Embedded("pipeline.conf", sets).Settings;

    public static LoadedShop Embedded(string name, params string[] sets) => ShopFiles.LoadEmbedded(name, [.. sets.Select(Set)]);

    /// <summary>The error of the pipeline with some keys set.</summary>
    public static string Refusal(params string[] sets) => Should.Throw<InputException>(() => Pipeline(sets)).Message;

    public static Override Set(string assignment) => new("--set", assignment);
}

/// <summary>A temporary folder for one test's files.</summary>
internal sealed class ShopFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shop-");

    public ShopFolder Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
        return this;
    }

    public ShopFolder Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(PathOf(name), bytes);
        return this;
    }

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public LoadedShop Load(string name = "shop.conf", params Override[] overrides) => ShopFiles.Load([PathOf(name)], overrides);

    public LoadedShop Load(IReadOnlyList<string> names, params Override[] overrides) => ShopFiles.Load([.. names.Select(PathOf)], overrides);

    /// <summary>The error of a file, without the folder's path.</summary>
    public string Refusal(string name = "shop.conf", params Override[] overrides) =>
        Should.Throw<InputException>(() => Load(name, overrides)).Message.Replace(_folder.FullName + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);

    public void Dispose() => _folder.Delete(recursive: true);
}
