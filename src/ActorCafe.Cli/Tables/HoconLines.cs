using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Cli.Tables;

/// <summary>A configuration as lines <c>key = value   # file:line</c>, printed by <c>check --print</c>.</summary>
internal static class HoconLines
{
    // Values that must not be shown.
    private static readonly string[] Secrets = ["cafe.book.connection", "cafe.cluster.http.api-key", "cafe.cluster.tls.password"];

    /// <summary>Every key below <paramref name="path"/>, in the order written.</summary>
    public static IEnumerable<string> Of(HoconObject tree, params string[] path) =>
        Leaves(tree, path).Select(leaf => $"{leaf.Key} = {Shown(leaf)}   # {Where(leaf.Node.Origin)}");

    /// <summary>Every key of <paramref name="tree"/> that an option set.</summary>
    public static IEnumerable<string> GivenByOptions(HoconObject tree) =>
        Leaves(tree, []).Where(leaf => leaf.Node.Origin.Source.StartsWith("--", StringComparison.Ordinal)).Select(leaf => $"{leaf.Key} = {Shown(leaf)}");

    /// <summary>As <see cref="Of"/>, without the origin.</summary>
    public static IEnumerable<string> Values(HoconObject tree, params string[] path) =>
        Leaves(tree, path).Select(leaf => $"{leaf.Key} = {Value(leaf.Node)}");

    /// <summary>The value on one line.</summary>
    public static string Value(HoconNode node) => node switch
    {
        HoconScalar scalar => scalar.Quoted ? HoconPath.InQuotes(scalar.Text) : scalar.Text,
        HoconArray array => $"[{string.Join(", ", array.Items.Select(Value))}]",
        HoconObject { Members.Count: > 0 } group => $"{{ {string.Join(", ", group.Members.Select(member => $"{HoconPath.Quote(member.Key)} = {Value(member.Value)}"))} }}",
        _ => "{}",
    };

    private static IEnumerable<(string Key, HoconNode Node)> Leaves(HoconObject tree, string[] path)
    {
        HoconNode? node = tree;
        foreach (var name in path)
        {
            node = (node as HoconObject)?.Members.GetValueOrDefault(name);
        }

        return node is null ? [] : Leaves(HoconPath.Of(path), node);
    }

    private static IEnumerable<(string Key, HoconNode Node)> Leaves(string key, HoconNode node) => node is HoconObject { Members.Count: > 0 } group
        ? group.Members.SelectMany(member => Leaves(key.Length == 0 ? HoconPath.Quote(member.Key) : $"{key}.{HoconPath.Quote(member.Key)}", member.Value))
        : [(key, node)];

    private static string Shown((string Key, HoconNode Node) leaf) =>
        Secrets.Contains(leaf.Key) && leaf.Node is not HoconScalar { Text: "none" } ? "(not shown)" : Value(leaf.Node);

    private static string Where(Origin origin) =>
        $"{(origin.IsReference ? "reference.conf" : origin.Source)}:{origin.Line}";
}
