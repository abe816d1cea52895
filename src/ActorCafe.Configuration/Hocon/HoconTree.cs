namespace ActorCafe.Configuration.Hocon;

/// <summary>Creates changed copies of a tree.</summary>
internal static class HoconTree
{
    private static readonly Origin Nowhere = new("", 1);

    /// <summary>The object at <paramref name="path"/>; null if there is none.</summary>
    public static HoconObject? At(HoconObject tree, params ReadOnlySpan<string> path) =>
        tree.TryGet(path, out var node) ? node as HoconObject : null;

    /// <summary>The tree with only some members of the object at <paramref name="path"/>; unchanged if there is none.</summary>
    public static HoconObject Keep(HoconObject tree, ReadOnlySpan<string> path, Func<string, HoconNode, bool> keep) =>
        Change(tree, path, members => members.Where(member => keep(member.Key, member.Value)));

    /// <summary>The tree with other keys in the object at <paramref name="path"/>; unchanged if there is none.</summary>
    public static HoconObject Rename(HoconObject tree, ReadOnlySpan<string> path, Func<string, string> rename) =>
        Change(tree, path, members => members.Select(member => KeyValuePair.Create(rename(member.Key), member.Value)));

    private static HoconObject Change(
        HoconObject tree, ReadOnlySpan<string> path, Func<IEnumerable<KeyValuePair<string, HoconNode>>, IEnumerable<KeyValuePair<string, HoconNode>>> change)
    {
        if (path.IsEmpty)
        {
            return tree with { Members = Ordered(change(tree.Members)) };
        }

        if (At(tree, path[0]) is not { } section)
        {
            return tree;
        }

        var (first, changed) = (path[0], Change(section, path[1..], change));
        return tree with { Members = Ordered(tree.Members.Select(member => member.Key == first ? KeyValuePair.Create(first, (HoconNode)changed) : member)) };
    }

    /// <summary>An object without an origin.</summary>
    public static HoconObject Of(params IEnumerable<(string Key, HoconNode Value)> members) =>
        new(Ordered(members.Select(member => KeyValuePair.Create(member.Key, member.Value))), Nowhere);

    /// <summary>A text without an origin.</summary>
    public static HoconScalar Text(string text) => new(text, Quoted: false, Nowhere);

    /// <summary>The tree with <paramref name="change"/> applied to each text and list.</summary>
    public static HoconNode Replace(HoconNode node, Func<HoconNode, HoconNode> change) => node is HoconObject section
        ? section with { Members = Ordered(section.Members.Select(member => KeyValuePair.Create(member.Key, Replace(member.Value, change)))) }
        : change(node);

    /// <summary>The tree without the keys that the user removed.</summary>
    public static HoconObject WithoutNulls(HoconObject tree) =>
        tree with
        {
            Members = Ordered(tree.Members.Where(member => member.Value is not HoconNull).Select(member =>
                member.Value is HoconObject section ? KeyValuePair.Create(member.Key, (HoconNode)WithoutNulls(section)) : member)),
        };

    private static OrderedDictionary<string, HoconNode> Ordered(IEnumerable<KeyValuePair<string, HoconNode>> members) =>
        new(members, StringComparer.Ordinal);
}
