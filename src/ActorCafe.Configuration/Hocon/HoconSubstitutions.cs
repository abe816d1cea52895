using System.Globalization;

namespace ActorCafe.Configuration.Hocon;

/// <summary>Evaluates a node: itself, or the value of its substitutions (whose own content is left as it is).</summary>
internal sealed class HoconSubstitutions(HoconObject root)
{
    public const int PriceOfNode = 64;

    private const int LongestChain = 100;

    // Each substitution may double the size of the one before: sixty lines would fill any memory.
    private const int MostCopied = 16 * 1024 * 1024;

    private readonly Dictionary<HoconNode, HoconNode?> _known = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<HoconNode> _underWay = new(ReferenceEqualityComparer.Instance);
    private int _depth;
    private long _copied;

    public static InputException Circle(Origin origin, string key) =>
        new(origin.Source, key, string.Create(CultureInfo.InvariantCulture, $"its substitution on line {origin.Line} leads back to itself"), "give one of these keys a value");

    public static InputException Nothing(HoconReference reference)
    {
        var written = (reference.IsOptional ? "${?" : "${") + HoconPath.Of(reference.Targets[^1].Path) + "}";
        return new(reference.Origin.Source, reference.Key, string.Create(CultureInfo.InvariantCulture, $"{written} on line {reference.Origin.Line} has no value"), "name a key that has a value (environment variables are not read in files)");
    }

    /// <summary>The paths whose values were substituted elsewhere.</summary>
    public List<IReadOnlyList<string>> Used { get; } = [];

    /// <summary>A text, a list or an object; null where there is no value.</summary>
    public HoconNode? ValueOf(HoconNode node)
    {
        if (node is HoconScalar or HoconArray or HoconObject)
        {
            return node;
        }

        if (_known.TryGetValue(node, out var value))
        {
            return value;
        }

        var layers = node is HoconLayers { Layers: var several } ? several : [node];
        if (!_underWay.Add(node))
        {
            var blamed = layers.FindLast(layer => layer is HoconReference or HoconConcatenation) ?? node;
            throw Circle(blamed.Origin, KeyOf(blamed));
        }

        value = ValueOf(layers, layers.Count);
        _underWay.Remove(node);
        return _known[node] = value;
    }

    public void Spend(long price, Origin origin, string key)
    {
        _copied += price;
        if (_copied > MostCopied)
        {
            throw new InputException(origin.Source, key, "its substitutions make the configuration too large", "write fewer substitutions of substitutions");
        }
    }

    /// <summary>The combined value of the lowest <paramref name="count"/> layers.</summary>
    private HoconNode? ValueOf(List<HoconNode> layers, int count)
    {
        var objects = new Stack<HoconObject>();
        var appended = new Stack<HoconAppended>();
        for (var at = count - 1; at >= 0; at--)
        {
            var value = ValueOfLayer(layers, at);
            if (value is HoconAppended more && objects.Count == 0)
            {
                appended.Push(more);
            }
            else if (value is HoconObject inner && appended.Count == 0)
            {
                objects.Push(inner);
            }
            else if (value is not null)
            {
                return objects.Count == 0 ? Append(value, appended) : Merge(objects, KeyOf(layers[at]));
            }
        }

        return objects.Count > 0 ? Merge(objects, KeyOf(layers[count - 1])) : Append(null, appended);
    }

    private HoconNode? ValueOfLayer(List<HoconNode> layers, int at)
    {
        var layer = layers[at];
        if (++_depth > LongestChain)
        {
            throw new InputException(layer.Origin.Source, KeyOf(layer), $"more than {LongestChain} substitutions follow one another", "name the last value of the chain itself");
        }

        var value = layer switch
        {
            HoconReference reference => Follow(reference, layers, at),
            HoconConcatenation side => Join(side, layers, at),
            _ => layer,
        };
        _depth--;
        return value;
    }

    private HoconNode? Join(HoconConcatenation side, List<HoconNode> layers, int at)
    {
        var parts = side.Parts.Select(part => part is HoconReference reference ? Follow(reference, layers, at) : part).OfType<HoconNode>().ToArray();
        if (parts.All(HoconConcatenator.IsSpace))
        {
            return null;
        }

        foreach (var part in parts)
        {
            Spend(PriceOf(part), side.Origin, side.Key);
        }

        return HoconConcatenator.Join(parts, side.Key, side.Origin);
    }

    private HoconNode? Follow(HoconReference reference, List<HoconNode> layers, int at)
    {
        foreach (var target in reference.Targets)
        {
            if ((target.IsSelf ? ValueOf(layers, at) : Find(target.Path)) is { } value)
            {
                if (!target.IsSelf)
                {
                    Used.Add(target.Path);
                }

                return value with { Origin = reference.Origin };
            }
        }

        return reference.IsOptional ? null
            : throw (reference.Targets.Any(target => target.IsSelf) ? Circle(reference.Origin, reference.Key) : Nothing(reference));
    }

    private HoconNode? Find(IReadOnlyList<string> path)
    {
        HoconNode? found = root;
        foreach (var key in path)
        {
            found = (found as HoconObject)?.Members.GetValueOrDefault(key);
            found = found is null ? null : ValueOf(found);
        }

        return found;
    }

    private HoconObject Merge(Stack<HoconObject> objects, string key)
    {
        if (objects.Count == 1)
        {
            return objects.Pop();
        }

        foreach (var copied in objects)
        {
            Spend(PriceOf(copied), copied.Origin, key);
        }

        return HoconMerge.Objects([.. objects]);
    }

    /// <summary>The cost of a copy, including its content.</summary>
    private static long PriceOf(HoconNode node) => node switch
    {
        HoconScalar text => text.Text.Length,
        HoconArray list => list.Items.Count * (long)PriceOfNode,
        HoconAppended more => more.Items.Count * (long)PriceOfNode,
        HoconLayers several => PriceOfNode + several.Layers.Sum(PriceOf),
        HoconObject inner => PriceOfNode + inner.Members.Values.Sum(PriceOf),
        _ => PriceOfNode,
    };

    /// <summary>The list with the appended items; a null below counts as an empty list.</summary>
    private static HoconNode? Append(HoconNode? below, Stack<HoconAppended> appended)
    {
        if (appended.Count == 0)
        {
            return below is HoconNull ? null : below;
        }

        var first = appended.Peek();
        var list = below switch
        {
            HoconArray array => array.Items,
            HoconNull or null => [],
            _ => throw new InputException(first.Origin.Source, first.Key, "+= appends to a list, but there is no list", "write KEY = [ ... ] first"),
        };
        return new HoconArray([.. list, .. appended.SelectMany(more => more.Items)], first.Origin);
    }

    private static string KeyOf(HoconNode layer) => layer switch
    {
        HoconReference reference => reference.Key,
        HoconConcatenation side => side.Key,
        HoconAppended more => more.Key,
        _ => "line " + layer.Origin.Line.ToString(CultureInfo.InvariantCulture),
    };
}
