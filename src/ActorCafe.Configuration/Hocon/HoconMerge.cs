namespace ActorCafe.Configuration.Hocon;

/// <summary>What stands above hides what stands below; objects merge.</summary>
internal static class HoconMerge
{
    /// <summary>One tree of several, the lowest first; none of them is changed.</summary>
    public static HoconObject Objects(params IReadOnlyList<HoconObject> layers)
    {
        var members = OwnMembers(layers[0]);
        foreach (var above in layers.Skip(1))
        {
            Put(members, (HoconObject)Own(above));
        }

        return new HoconObject(members, layers[^1].Origin);
    }

    /// <summary>Lays the members of an object over those of another, which the caller owns and which change.</summary>
    public static void Put(OrderedDictionary<string, HoconNode> members, HoconObject above)
    {
        foreach (var (key, value) in above.Members)
        {
            Put(members, key, value);
        }
    }

    // In place: a copy at each line would take a file of a million lines quadratic time.
    public static void Put(OrderedDictionary<string, HoconNode> members, string key, HoconNode value) =>
        members[key] = members.TryGetValue(key, out var below) ? Over(below, value) : value;

    private static HoconNode Over(HoconNode below, HoconNode above)
    {
        switch (below, above)
        {
            case (_, HoconScalar or HoconArray or HoconNull):
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
