using System.Collections.Immutable;
using ActorCafe.Configuration.Binding;
using ActorCafe.Configuration.Hocon;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Configuration;

/// <summary>An assignment given on the command line.</summary>
/// <param name="Option">The option's name, as errors show it: <c>--set</c>, <c>--pool</c>, <c>--seed</c>, <c>--orders</c>, <c>--vary</c>.</param>
/// <param name="Text">What followed it: <c>KEY=VALUE</c>, <c>STAGE=N</c>, <c>N</c>.</param>
public sealed record Override(string Option, string Text);

/// <summary>A shop read and validated, with the tree it was read from.</summary>
/// <param name="Settings">The validated settings.</param>
/// <param name="Tree">The merged configuration, each value with its origin.</param>
/// <param name="Node">What it says of a cluster's nodes.</param>
public sealed record LoadedShop(ShopSettings Settings, HoconObject Tree, NodeKeys Node)
{
    /// <summary>What a worker of each stage costs an hour, in any currency.</summary>
    public ImmutableArray<double> CostPerHour { get; init; } = [];

    /// <summary>The data files that were read, by the value that names each; empty unless they were to be kept.</summary>
    internal IReadOnlyDictionary<HoconNode, DataFile> Data { get; init; } = new Dictionary<HoconNode, DataFile>();
}

/// <summary>Reads shops from files and options.</summary>
public static class ShopFiles
{
    /// <summary>The essay's five shops, as file names among the embedded files.</summary>
    public static IReadOnlyList<string> EssayShops { get; } = ["solo.conf", "duplicated.conf", "pipeline.conf", "more-grinders.conf", "more-machines.conf"];

    /// <summary>Reads files from disk, a later one's keys over an earlier one's, then the options.</summary>
    /// <param name="kept">Keeps the data files, for many shops that name the same ones.</param>
    /// <exception cref="InputException">Anything is wrong with them.</exception>
    public static LoadedShop Load(IReadOnlyList<string> files, IReadOnlyList<Override> overrides, KeptFiles? kept = null) =>
        Load(files.Select(file => new FileSource(file)), overrides, new(embedded: false, kept));

    /// <summary>Reads one of the shops embedded in the program.</summary>
    /// <exception cref="InputException">Anything is wrong with the options.</exception>
    public static LoadedShop LoadEmbedded(string name, IReadOnlyList<Override> overrides, KeptFiles? kept = null) =>
        Load([new EmbeddedSource(name)], overrides, new(embedded: true, kept));

    /// <summary>Reads the shop of a node (no file: the essay's pipeline), with keys that variables and a node's own options set.</summary>
    /// <param name="files">The files, a later one over an earlier one.</param>
    /// <param name="variables">What goes over the files.</param>
    /// <param name="overrides">The shared options, over that.</param>
    /// <param name="options">The node's own options, over all.</param>
    /// <exception cref="InputException">Anything is wrong with them.</exception>
    public static LoadedShop LoadNode(
        IReadOnlyList<string> files, IReadOnlyList<GivenKey> variables, IReadOnlyList<Override> overrides, IReadOnlyList<GivenKey> options)
    {
        var isEmbedded = files.Count == 0;
        IEnumerable<IHoconSource> sources = isEmbedded ? [new EmbeddedSource("pipeline.conf")] : files.Select(file => new FileSource(file));
        return Bind(MergedTree.Of(sources, variables, overrides, options), new(isEmbedded));
    }

    /// <summary>The text of one of the files embedded in the program.</summary>
    public static string EmbeddedText(string name) => new EmbeddedSource(name).ReadText();

    private static LoadedShop Load(IEnumerable<IHoconSource> files, IReadOnlyList<Override> overrides, DataFiles data) =>
        Bind(MergedTree.Of(files, overrides), data);

    private static LoadedShop Bind(HoconObject tree, DataFiles data)
    {
        var settings = ShopBinder.Bind(tree, data);
        var root = new Section(tree, "");
        return new(settings, Members.WithoutNulls(tree), NodeReader.Read(root))
        {
            CostPerHour = CostReader.Read(root, settings.Stages),
            Data = data.Opened,
        };
    }
}
