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
        Change(tree, path, section => Copy(section, (key, value) => keep(key, value) ? value : null));

    /// <summary>The tree with other keys in the object at <paramref name="path"/>; unchanged if there is none.</summary>
    public static HoconObject Rename(HoconObject tree, ReadOnlySpan<string> path, Func<string, string> rename) =>
        Change(tree, path, section => Copy(section, (_, value) => value, rename));

    /// <summary>An object without an origin.</summary>
    public static HoconObject Of(params IEnumerable<(string Key, HoconNode Value)> members) =>
        new(new OrderedDictionary<string, HoconNode>(members.Select(member => KeyValuePair.Create(member.Key, member.Value)), StringComparer.Ordinal), Nowhere);

    /// <summary>A text without an origin.</summary>
    public static HoconScalar Text(string text) => new(text, Quoted: false, Nowhere);

    /// <summary>The tree with <paramref name="change"/> applied to each text and list.</summary>
    public static HoconNode Replace(HoconNode node, Func<HoconNode, HoconNode> change) =>
        node is HoconObject section ? Copy(section, (_, value) => Replace(value, change)) : change(node);

    /// <summary>The tree without the keys that the user removed.</summary>
    public static HoconObject WithoutNulls(HoconObject tree) =>
        Copy(tree, (_, value) => value is HoconNull ? null : value is HoconObject section ? WithoutNulls(section) : value);

    private static HoconObject Change(HoconObject tree, ReadOnlySpan<string> path, Func<HoconObject, HoconObject> change)
    {
        if (path.IsEmpty)
        {
            return change(tree);
        }

        if (At(tree, path[0]) is not { } section)
        {
            return tree;
        }

        var (first, changed) = (path[0], Change(section, path[1..], change));
        return Copy(tree, (key, value) => key == first ? changed : value);
    }

    /// <summary>A copy with changed members, without those changed to null.</summary>
    /// <remarks>A loop: LINQ over pairs would be compiled at every start.</remarks>
    private static HoconObject Copy(HoconObject tree, Func<string, HoconNode, HoconNode?> change, Func<string, string>? rename = null)
    {
        var members = new OrderedDictionary<string, HoconNode>(StringComparer.Ordinal);
        foreach (var (key, value) in tree.Members)
        {
            if (change(key, value) is { } changed)
            {
                members.Add(rename is null ? key : rename(key), changed);
            }
        }

        return tree with { Members = members };
    }
}
