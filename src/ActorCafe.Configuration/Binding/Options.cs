using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Configuration.Binding;

/// <summary>Options of the command line as configuration.</summary>
internal static class Options
{
    /// <summary>What each option sets, from the lowest to the highest: --pool, --set, the short forms --seed and --orders, --vary.</summary>
    public static IEnumerable<HoconObject> Layers(IReadOnlyList<Override> options) =>
        options.OrderBy(Rank).Select(Layer);

    private static int Rank(Override option) => option.Option switch
    {
        "--pool" => 0,
        "--set" => 1,
        VariedKey.Option => 3,
        _ => 2,
    };

    private static HoconObject Layer(Override option) => option.Option switch
    {
        "--pool" => Pool(option),
        "--set" or VariedKey.Option => HoconReader.ParseAssignment(option.Option, option.Text),
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
