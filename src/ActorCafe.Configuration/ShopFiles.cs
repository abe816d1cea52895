using System.Collections.Immutable;
using ActorCafe.Configuration.Binding;
using ActorCafe.Configuration.Hocon;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Configuration;

/// <summary>An override from the command line.</summary>
/// <param name="Option">The option as errors show it: <c>--set</c>, <c>--pool</c>, <c>--seed</c>, <c>--orders</c>, <c>--vary</c>, <c>--variant</c>.</param>
/// <param name="Text">Its argument: <c>KEY=VALUE</c>, <c>STAGE=N</c>, <c>N</c>.</param>
internal sealed record Override(string Option, string Text);

/// <summary>A validated shop and the configuration it was read from.</summary>
/// <param name="Settings">The validated settings.</param>
/// <param name="Tree">The merged configuration, each value with its origin.</param>
/// <param name="Node">The settings of cluster nodes.</param>
internal sealed record LoadedShop(ShopSettings Settings, HoconObject Tree, NodeKeys Node)
{
    /// <summary>Cost of a worker at each stage, per hour, in any currency.</summary>
    public ImmutableArray<double> CostPerHour { get; init; } = [];

    /// <summary>Whether <c>cafe.cost</c> gives any of these costs.</summary>
    public bool GivesCost { get; init; }

    /// <summary>The shortest shift in a staff schedule; zero: any.</summary>
    public TimeSpan ShortestShift { get; init; }

    /// <summary>What may be meant otherwise, in a line for the user; null if there is nothing.</summary>
    public string? Note { get; init; }

    /// <summary>The data files, by the value that names each; empty unless they were cached.</summary>
    internal IReadOnlyDictionary<HoconNode, DataFile> Data { get; init; } = new Dictionary<HoconNode, DataFile>();
}

/// <summary>Reads shops from files and options.</summary>
internal static class ShopFiles
{
    /// <summary>The essay's five shops, as names of embedded files.</summary>
    public static IReadOnlyList<string> EssayShops { get; } = ["solo.conf", "duplicated.conf", "pipeline.conf", "more-grinders.conf", "more-machines.conf"];

    /// <summary>Loads files from disk. Later files override earlier ones, and options override files.</summary>
    /// <param name="cache">Caches data files for several shops that name the same ones.</param>
    /// <exception cref="InputException">A file, variable or option is wrong.</exception>
    public static LoadedShop Load(IReadOnlyList<string> files, IReadOnlyList<Override> overrides, DataFileCache? cache = null) =>
        Load([.. files.Select(file => new FileSource(file))], overrides, new(embedded: false, cache));

    /// <summary>Loads one of the embedded shops.</summary>
    /// <exception cref="InputException">An option is wrong.</exception>
    public static LoadedShop LoadEmbedded(string name, IReadOnlyList<Override> overrides, DataFileCache? cache = null) =>
        Load([new EmbeddedSource(name)], overrides, new(embedded: true, cache));

    /// <summary>Loads a shop from a text that includes no files.</summary>
    /// <param name="name">The name of the text in errors.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="InputException">The text is not a valid shop.</exception>
    public static LoadedShop LoadText(string name, string text) => Load([new TextSource(name, text)], [], new(embedded: false));

    /// <summary>Loads the shop of a node (without files, the essay's pipeline), overridden by variables and the node's own options.</summary>
    /// <param name="files">The files; later ones override earlier ones.</param>
    /// <param name="variables">Keys that override the files.</param>
    /// <param name="overrides">Shared options, which override variables.</param>
    /// <param name="options">The node's own options, which override everything.</param>
    /// <exception cref="InputException">A file, variable or option is wrong.</exception>
    public static LoadedShop LoadNode(
        IReadOnlyList<string> files, IReadOnlyList<KeyOverride> variables, IReadOnlyList<Override> overrides, IReadOnlyList<KeyOverride> options)
    {
        var isEmbedded = files.Count == 0;
        IEnumerable<IHoconSource> sources = isEmbedded ? [new EmbeddedSource("pipeline.conf")] : files.Select(file => new FileSource(file));
        var tree = ConfigurationMerger.Of(sources.Select(source => HoconReader.Read(source)), variables, overrides, options);
        var shop = Bind(tree, new(isEmbedded));
        NodeLimits.Check(new ConfigSection(tree, ""), shop.Settings);
        return shop;
    }

    /// <summary>Validates a shop that is put together in code, by the rules and with the defaults of files. Later layers override earlier ones.</summary>
    /// <exception cref="InputException">The shop is not valid; the message names the origin of the layer.</exception>
    public static ShopSettings Bind(IReadOnlyList<HoconObject> layers) =>
        ShopBinder.Bind(ConfigurationMerger.Of(layers, []), new DataFiles(embedded: false));

    /// <summary>The text of an embedded file.</summary>
    public static string EmbeddedText(string name) => new EmbeddedSource(name).ReadText();

    private static LoadedShop Load(IReadOnlyList<IHoconSource> files, IReadOnlyList<Override> overrides, DataFiles data)
    {
        var trees = files.Select(file => HoconReader.Read(file)).ToList();
        var several = SeveralShops.Of(files, trees);
        try
        {
            var shop = Bind(ConfigurationMerger.Of(trees, overrides), data);
            return several is null ? shop : shop with { Note = several.Message };
        }
        catch (InputException error) when (several is not null)
        {
            throw error.Or(SeveralShops.Question);
        }
    }

    private static LoadedShop Bind(HoconObject tree, DataFiles data)
    {
        var settings = ShopBinder.Bind(tree, data);
        var root = new ConfigSection(tree, "");
        return new(settings, HoconTree.WithoutNulls(tree), NodeReader.Read(root))
        {
            CostPerHour = CostReader.Read(root, settings.Stages),
            GivesCost = HoconTree.At(tree, "cafe", "cost") is { Members.Count: > 0 },
            ShortestShift = PlanReader.ShortestShift(root),
            Note = TraceNote.Of(root, settings),
            Data = data.Opened,
        };
    }
}

/// <summary>Data files as first read, shared by shops that name the same ones.</summary>
internal sealed class DataFileCache
{
    private readonly Dictionary<(bool IsEmbedded, string Path), DataFile> _files = [];

    internal DataFile GetOrRead(bool isEmbedded, string path, Func<DataFile> open) =>
        _files.TryGetValue((isEmbedded, path), out var file) ? file : _files[(isEmbedded, path)] = open();
}
