using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using ActorCafe.Configuration.Binding;
using ActorCafe.Configuration.Hocon;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Configuration;

/// <summary>
/// Serializes a shop as one resolved text with its data files, so that another process can run it. The same strict reader loads it
/// from memory. Only what affects results is included: no addresses, no secrets, no Akka settings.
/// </summary>
internal static class ShopTextSerializer
{
    private const string Name = "the shop that was sent";

    private static readonly string[] Elsewhere = ["book", "cluster", "cost", "dispatcher", "plan"];

    /// <summary>The text of a shop that was loaded with a <see cref="DataFileCache"/>.</summary>
    public static ShopText Serialize(LoadedShop shop)
    {
        ArgumentNullException.ThrowIfNull(shop);
        var names = Names(shop.Data);
        var cafe = HoconTree.At(shop.Tree, "cafe") ?? throw new ArgumentException("It is no shop.", nameof(shop));
        cafe = HoconTree.Keep(cafe, [], (key, _) => !Elsewhere.Contains(key));
        var tree = HoconTree.Of(("cafe", cafe), ("akka", HoconTree.Of(("actor", HoconTree.Of(("deployment", Pools(shop.Settings)))))));
        tree = (HoconObject)HoconTree.Replace(tree, node => names.TryGetValue(node, out var name) ? new HoconScalar(name, Quoted: true, node.Origin) : node);
        return new(
            HoconWriter.Write(tree),
            [.. names.DistinctBy(named => named.Value).Select(named => new ShopDataFile(named.Value, ImmutableCollectionsMarshal.AsImmutableArray(shop.Data[named.Key].Bytes)))]);
    }

    /// <summary>Loads the shop. Opens no file, whatever the text names.</summary>
    /// <exception cref="InputException">The text is not a valid shop.</exception>
    public static ShopSettings Deserialize(ShopText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tree = HoconReader.Resolve(HoconReader.Read(new TextSource(Name, text.Hocon)));
        var settings = ShopBinder.Bind(tree, new SentDataFiles(text.Files));
        // Akka receives nothing that a stranger may have written: the pools are in the stages.
        return settings with { AkkaHocon = "" };
    }

    private static HoconObject Pools(ShopSettings shop) => HoconTree.Of(
    [
        .. shop.Stages.Select(stage => (DeploymentReader.Prefix + stage.Name, (HoconNode)HoconTree.Of(
            ("router", HoconTree.Text(stage.Router)),
            // Where nobody works at opening, a schedule says so.
            ("nr-of-instances", HoconTree.Text(Math.Max(1, stage.Workers).ToString(CultureInfo.InvariantCulture)))))),
    ]);

    /// <summary>A name for each distinct content: two files may have the same name, one of them embedded.</summary>
    private static Dictionary<HoconNode, string> Names(IReadOnlyDictionary<HoconNode, DataFile> data)
    {
        var names = new Dictionary<HoconNode, string>(ReferenceEqualityComparer.Instance);
        var byName = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (node, file) in data)
        {
            var name = new StringBuilder(file.Name);
            while (byName.TryGetValue(name.ToString(), out var other) && other != file.Bytes)
            {
                name.Append('\'');
            }

            names[node] = name.ToString();
            byName[name.ToString()] = file.Bytes;
        }

        return names;
    }

    /// <summary>Reads the files that were sent with the shop.</summary>
    private sealed class SentDataFiles(ImmutableArray<ShopDataFile> files) : IDataFiles
    {
        private const string Remedy = "send it with the shop";

        public DataFile Read(ConfigEntry entry)
        {
            var name = entry.Text(Remedy);
            return files.FirstOrDefault(file => file.Name == name) is { } file
                ? new(name, ImmutableCollectionsMarshal.AsArray(file.Bytes) ?? [])
                : throw entry.Error($"{ErrorText.Shown(name)} did not come with the shop", Remedy);
        }
    }
}
