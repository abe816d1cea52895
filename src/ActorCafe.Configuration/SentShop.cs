using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using ActorCafe.Configuration.Binding;
using ActorCafe.Configuration.Hocon;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Configuration;

/// <summary>
/// A shop on its way to another process: written there as one resolved text with its data files, and read by the same strict
/// reader from memory alone. Nothing travels that does not decide a number: no addresses, no secrets, none of Akka's settings.
/// </summary>
public static class SentShop
{
    private const string Name = "the shop that was sent";

    private static readonly string[] Elsewhere = ["book", "cluster", "cost", "dispatcher"];

    /// <summary>The text of a shop that was loaded with its data files kept.</summary>
    public static ShopText Of(LoadedShop shop)
    {
        ArgumentNullException.ThrowIfNull(shop);
        var names = Names(shop.Data);
        var cafe = Members.At(shop.Tree, "cafe") ?? throw new ArgumentException("It is no shop.", nameof(shop));
        cafe = Members.Keep(cafe, [], (key, _) => !Elsewhere.Contains(key));
        if (shop.Settings.Customers.Orders is null)
        {
            // Who reads this can't tell a default from what somebody wrote, and of a trace the default means nothing.
            cafe = Members.Change(cafe, ["customers", "orders"], old => new HoconScalar("unlimited", Quoted: false, old.Origin));
        }

        var tree = Members.Of(("cafe", cafe), ("akka", Members.Of(("actor", Members.Of(("deployment", Pools(shop.Settings)))))));
        tree = (HoconObject)Members.Replace(tree, node => names.TryGetValue(node, out var name) ? new HoconScalar(name, Quoted: true, node.Origin) : node);
        return new(
            HoconWriter.Write(tree),
            [.. names.DistinctBy(named => named.Value).Select(named => new ShopDataFile(named.Value, ImmutableCollectionsMarshal.AsImmutableArray(shop.Data[named.Key].Bytes)))]);
    }

    /// <summary>The shop that a text is of. No file is opened, whatever it names.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static ShopSettings Read(ShopText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tree = HoconReader.Resolve(HoconReader.Read(new TextSource(Name, text.Hocon)));
        var settings = ShopBinder.Bind(tree, new SentFiles(text.Files));
        // Akka is told of the pools, which stand in the stages, and of nothing that a stranger may have written.
        return settings with { AkkaHocon = "" };
    }

    private static HoconObject Pools(ShopSettings shop) => Members.Of(
    [
        .. shop.Stages.Select(stage => (DeploymentReader.Prefix + stage.Name, (HoconNode)Members.Of(
            ("router", Members.Text(stage.Router)),
            ("nr-of-instances", Members.Text(stage.Workers.ToString(CultureInfo.InvariantCulture)))))),
    ]);

    /// <summary>One name for each content: two files may be called the same, one of them embedded in the program.</summary>
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

    /// <summary>The files that came with the shop.</summary>
    private sealed class SentFiles(ImmutableArray<ShopDataFile> files) : IDataFiles
    {
        private const string Remedy = "send it with the shop";

        public DataFile Read(Entry entry)
        {
            var name = entry.Text(Remedy);
            return files.FirstOrDefault(file => file.Name == name) is { } file
                ? new(name, ImmutableCollectionsMarshal.AsArray(file.Bytes) ?? [])
                : throw entry.Error($"{Words.Shown(name)} did not come with the shop", Remedy);
        }
    }
}
