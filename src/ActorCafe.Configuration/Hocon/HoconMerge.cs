using System.Globalization;

namespace ActorCafe.Configuration.Hocon;

/// <summary>Merges values: later ones override earlier ones, objects merge.</summary>
internal static class HoconMerge
{
    /// <summary>Merges several trees, lowest precedence first, without changing them.</summary>
    public static HoconObject Objects(params IReadOnlyList<HoconObject> layers)
    {
        var members = OwnMembers(layers[0]);
        foreach (var above in layers.Skip(1))
        {
            Put(members, (HoconObject)Own(above));
        }

        return new HoconObject(members, layers[^1].Origin);
    }

    /// <summary>Merges an object into members that the caller owns, in place.</summary>
    public static void Put(OrderedDictionary<string, HoconNode> members, HoconObject above)
    {
        foreach (var (key, value) in above.Members)
        {
            Put(members, key, value);
        }
    }

    // In place: a copy per line would take quadratic time.
    public static void Put(OrderedDictionary<string, HoconNode> members, string key, HoconNode value) =>
        members[key] = members.TryGetValue(key, out var below) ? Over(below, value) : value;

    private static HoconNode Over(HoconNode below, HoconNode above)
    {
        switch (below, above)
        {
            case (_, HoconScalar or HoconDistribution or HoconArray or HoconNull):
                return above;
            case (_, HoconLayers upper):
                return upper.Layers.Aggregate(below, Over);
            case (HoconObject { Members: OrderedDictionary<string, HoconNode> members } lower, HoconObject upper):
                Put(members, upper);
                return lower with { Origin = upper.Origin };
            case (HoconArray { Items: List<HoconNode> items }, HoconAppended upper):
                items.AddRange(upper.Items);
                return below;
            case (HoconAppended lower, HoconAppended upper):
                lower.Items.AddRange(upper.Items);
                return lower;
            case (HoconLayers lower, HoconObject or HoconAppended) when lower.Layers[^1].GetType() == above.GetType():
                lower.Layers[^1] = Over(lower.Layers[^1], above);
                return lower;
            case (HoconLayers lower, _):
                lower.Layers.Add(above);
                return lower;
            default:
                return new HoconLayers([below, above], above.Origin);
        }
    }

    /// <summary>A copy that may be changed in place.</summary>
    private static HoconNode Own(HoconNode node) => node switch
    {
        HoconObject inner => inner with { Members = OwnMembers(inner) },
        HoconArray list => list with { Items = new List<HoconNode>(list.Items) },
        HoconAppended more => more with { Items = [.. more.Items] },
        HoconLayers layers => layers with { Layers = [.. layers.Layers.Select(Own)] },
        _ => node,
    };

    private static OrderedDictionary<string, HoconNode> OwnMembers(HoconObject node)
    {
        var members = new OrderedDictionary<string, HoconNode>(StringComparer.Ordinal);
        foreach (var (key, value) in node.Members)
        {
            members.Add(key, Own(value));
        }

        return members;
    }
}

/// <summary>Concatenates adjacent values: texts and lists are joined, objects merge.</summary>
internal static class HoconConcatenator
{
    public static bool IsSpace(HoconNode part) => part is HoconScalar { Quoted: false } text && string.IsNullOrWhiteSpace(text.Text);

    /// <exception cref="InputException">The values are of different kinds.</exception>
    public static HoconNode Join(IReadOnlyList<HoconNode> parts, string key, Origin origin)
    {
        if (parts.All(part => part is HoconScalar))
        {
            var texts = parts.Cast<HoconScalar>().ToArray();
            return new HoconScalar(string.Concat(texts.Select(text => text.Text)), texts.Any(text => text.Quoted), origin);
        }

        var solid = parts.Where(part => !IsSpace(part)).ToArray();
        if (solid.All(part => part is HoconArray))
        {
            return new HoconArray(solid.Cast<HoconArray>().SelectMany(list => list.Items).ToList(), origin);
        }

        return solid.All(part => part is HoconObject)
            ? HoconMerge.Objects([.. solid.Cast<HoconObject>()]) with { Origin = origin }
            : throw new InputException(origin.Source, key, string.Create(CultureInfo.InvariantCulture, $"texts, lists or objects follow each other without a comma on line {origin.Line}"), "write one of them, or put a comma or a line end between");
    }
}
