namespace ActorCafe.Configuration.Hocon;

/// <summary>Replaces substitutions by their values, and drops values removed by null.</summary>
internal sealed class HoconResolver(HoconObject root)
{
    private const int DeepestNesting = 2 * HoconParser.DeepestNesting;

    private readonly HoconSubstitutions _substitutes = new(root);
    private readonly List<string> _path = [];

    // The members and items that enclose the current node: meeting one again is a cycle.
    private readonly HashSet<object> _enclosing = new(ReferenceEqualityComparer.Instance);

    /// <summary>The paths whose values were substituted.</summary>
    public IEnumerable<IReadOnlyList<string>> Used => _substitutes.Used;

    public HoconObject Resolve() => ResolveObject(root, isCopy: false);

    /// <summary>The value without substitutions; null if there is none.</summary>
    /// <param name="isCopy">Whether it was copied here by a substitution, since copies of copies may grow without bound.</param>
    private HoconNode? Resolve(HoconNode node, bool isCopy)
    {
        isCopy |= node is HoconReference or HoconConcatenation or HoconLayers;
        if (isCopy)
        {
            _substitutes.Spend(HoconSubstitutions.PriceOfNode, node.Origin, HoconPath.Of(_path));
        }

        var value = _substitutes.ValueOf(node);
        var inside = value switch { HoconObject inner => inner.Members, HoconArray list => list.Items, _ => (object?)null };
        if (inside is null)
        {
            return value;
        }

        if (!_enclosing.Add(inside))
        {
            throw HoconSubstitutions.Circle(node.Origin, HoconPath.Of(_path));
        }

        if (_enclosing.Count > DeepestNesting)
        {
            throw new InputException(node.Origin.Source, HoconPath.Of(_path.Take(5)), $"its substitutions nest it more than {DeepestNesting} deep", "nest it less deeply");
        }

        HoconNode resolved = value is HoconArray array
            ? array with { Items = [.. array.Items.Where(item => item is not HoconNull).Select(item => ResolveItem(item, isCopy))] }
            : ResolveObject((HoconObject)value!, isCopy);
        _enclosing.Remove(inside);
        return resolved;
    }

    // A key keeps its earlier value, but a list would silently become shorter.
    private HoconNode ResolveItem(HoconNode item, bool isCopy) =>
        Resolve(item, isCopy) ?? throw HoconSubstitutions.Nothing(item is HoconConcatenation side ? side.Parts.OfType<HoconReference>().First() : (HoconReference)item);

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
