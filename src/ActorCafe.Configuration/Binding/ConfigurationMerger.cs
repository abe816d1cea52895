using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Configuration.Binding;

/// <summary>Merges everything into one tree: defaults, then files in order, then options on top.</summary>
internal static class ConfigurationMerger
{
    private const string Reference = "reference.conf";

    public static HoconObject Of(IEnumerable<HoconObject> files, IReadOnlyList<Override> options) => Of(files, [], options, []);

    /// <param name="files">The files; later ones override earlier ones.</param>
    /// <param name="variables">Keys that override the files.</param>
    /// <param name="options">Shared options, which override variables.</param>
    /// <param name="named">Options for a single key, which override everything.</param>
    public static HoconObject Of(IEnumerable<HoconObject> files, IEnumerable<KeyOverride> variables, IReadOnlyList<Override> options, IEnumerable<KeyOverride> named)
    {
        var reference = HoconReader.Read(new EmbeddedSource(Reference), isReference: true);
        var merged = files
            .Concat(variables.Select(given => given.Layer))
            .Concat(OptionLayers.Of(options))
            .Concat(named.Select(given => given.Layer))
            .Aggregate(reference, HoconReader.Merge);
        var resolved = HoconReader.Resolve(merged, out var used);
        return UnusedDefaults.Drop(DropConstants(Provenance.Restore(resolved, merged), [.. used]));
    }

    /// <summary>Drops keys that only substitutions know, such as <c>short = 20s</c> for <c>${short}</c>: they have had their effect.</summary>
    private static HoconObject DropConstants(HoconObject tree, IReadOnlyList<IReadOnlyList<string>> used)
    {
        foreach (var (section, known) in (IEnumerable<(string[], string[])>)[([], KnownKeys.Top), (["cafe"], KnownKeys.Cafe), (["akka"], KnownKeys.Akka)])
        {
            tree = HoconTree.Keep(tree, section, (key, _) =>
                known.Contains(key) || !used.Any(path => path.Count > section.Length && path[section.Length] == key && path.Take(section.Length).SequenceEqual(section)));
        }

        return tree;
    }
}

/// <summary>Command-line options as configuration.</summary>
internal static class OptionLayers
{
    /// <summary>The keys that each option sets, lowest precedence first: --pool, --set, the short forms --seed and --orders, --vary and --variant.</summary>
    public static IEnumerable<HoconObject> Of(IReadOnlyList<Override> options) =>
        options.OrderBy(Rank).Select(Layer);

    private static int Rank(Override option) => option.Option switch
    {
        "--pool" => 0,
        "--set" => 1,
        VariedKey.Option or ShopVariant.Option => 3,
        _ => 2,
    };

    private static HoconObject Layer(Override option) => option.Option switch
    {
        "--pool" => Pool(option),
        "--set" or VariedKey.Option or ShopVariant.Option => HoconReader.ParseAssignment(option.Option, option.Text),
        "--seed" => Assign(option, option.Text, "cafe", "seed"),
        "--orders" => Assign(option, option.Text, "cafe", "customers", "orders"),
        _ => throw new ArgumentException($"There is no option {option.Option} that sets a key.", nameof(option)),
    };

    private static HoconObject Pool(Override option)
    {
        var equals = option.Text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0 || string.IsNullOrWhiteSpace(option.Text[..equals]))
        {
            throw new InputException(option.Option, option.Text.Length == 0 ? "(empty)" : option.Text, "no number of workers is assigned to a stage", "write --pool STAGE=N");
        }

        return Assign(option, option.Text[(equals + 1)..], "akka", "actor", "deployment", DeploymentReader.Prefix + option.Text[..equals].Trim(), "nr-of-instances");
    }

    private static HoconObject Assign(Override option, string value, params IEnumerable<string> path)
    {
        var origin = new Origin(option.Option, 1);
        HoconNode node = new HoconScalar(value.Trim(), Quoted: false, origin);
        foreach (var key in path.Reverse())
        {
            node = new HoconObject(new Dictionary<string, HoconNode> { [key] = node }, origin);
        }

        return (HoconObject)node;
    }
}
