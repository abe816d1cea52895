namespace ActorCafe.Configuration.Hocon;

/// <summary>Puts values in the place of substitutions, and drops what was hidden by null.</summary>
internal sealed class HoconResolver(HoconObject root)
{
    private const int DeepestNesting = 2 * HoconParser.DeepestNesting;

    private readonly HoconSubstitutes _substitutes = new(root);
    private readonly List<string> _path = [];

    // The members and items that enclose the present one: to meet one of them again is a circle.
    private readonly HashSet<object> _enclosing = new(ReferenceEqualityComparer.Instance);

    public HoconObject Resolve() => ResolveObject(root, isCopy: false);

    /// <summary>The value without substitutions; null if there is none.</summary>
    /// <param name="isCopy">Whether it stands here by a substitution: copies of copies may be without bounds.</param>
    private HoconNode? Resolve(HoconNode node, bool isCopy)
    {
        isCopy |= node is HoconReference or HoconConcatenation or HoconLayers;
        if (isCopy)
        {
            _substitutes.Spend(HoconSubstitutes.PriceOfNode, node.Origin, HoconPath.Of(_path));
        }

        var value = _substitutes.ValueOf(node);
        var inside = value switch { HoconObject inner => inner.Members, HoconArray list => list.Items, _ => (object?)null };
        if (inside is null)
        {
            return value;
        }

        if (!_enclosing.Add(inside))
        {
            throw HoconSubstitutes.Circle(node.Origin, HoconPath.Of(_path));
        }

        if (_enclosing.Count > DeepestNesting)
        {
            throw new InputException(node.Origin.Source, HoconPath.Of(_path.Take(5)), $"its substitutions nest it more than {DeepestNesting} deep", "write it flatter");
        }

        HoconNode resolved = value is HoconArray array
            ? array with { Items = [.. array.Items.Where(item => item is not HoconNull).Select(item => ResolveItem(item, isCopy))] }
            : ResolveObject((HoconObject)value!, isCopy);
        _enclosing.Remove(inside);
        return resolved;
    }

    // A key keeps what it had before, but a list would silently be a shorter one.
    private HoconNode ResolveItem(HoconNode item, bool isCopy) =>
        Resolve(item, isCopy) ?? throw HoconSubstitutes.Nothing(item is HoconConcatenation side ? side.Parts.OfType<HoconReference>().First() : (HoconReference)item);

    private HoconObject ResolveObject(HoconObject node, bool isCopy)
    {
        var members = new OrderedDictionary<string, HoconNode>(StringComparer.Ordinal);
        foreach (var (key, value) in node.Members)
        {
            _path.Add(key);
            if (Resolve(value, isCopy) is { } resolved)
            {
                members.Add(key, resolved);
            }

            _path.RemoveAt(_path.Count - 1);
        }

        return node with { Members = members };
    }
}
