namespace ActorCafe.Configuration.Hocon;

/// <summary>What stands above hides what stands below; objects merge.</summary>
internal static class HoconMerge
{
    public static HoconObject Objects(HoconObject below, HoconObject above)
    {
        var members = new Dictionary<string, HoconNode>(below.Members);
        foreach (var (key, value) in above.Members)
        {
            Put(members, key, value);
        }

        return new HoconObject(members, above.Origin);
    }

    public static void Put(Dictionary<string, HoconNode> members, string key, HoconNode value) =>
        members[key] = members.TryGetValue(key, out var below) ? Nodes(below, value) : value;

    /// <summary>Values side by side: texts are joined, lists are joined, objects merge; what holds a substitution waits for it.</summary>
    /// <exception cref="InputException">They are of kinds that do not go together.</exception>
    public static HoconNode Concatenate(IReadOnlyList<HoconNode> parts, Origin origin, IEnumerable<string> key)
    {
        if (parts.Any(part => part is HoconReference or HoconConcatenation))
        {
            return new HoconConcatenation([.. parts], origin);
        }

        var solid = parts.Where(part => part is not HoconScalar { Quoted: false } text || !string.IsNullOrWhiteSpace(text.Text)).ToArray();
        if (solid.All(part => part is HoconScalar))
        {
            var texts = parts.Cast<HoconScalar>().ToArray();
            return new HoconScalar(string.Concat(texts.Select(text => text.Text)), texts.Any(text => text.Quoted), origin);
        }

        if (solid.All(part => part is HoconArray))
        {
            return new HoconArray([.. solid.Cast<HoconArray>().SelectMany(list => list.Items)], origin);
        }

        if (solid.All(part => part is HoconObject))
        {
            return solid.Cast<HoconObject>().Aggregate(Objects);
        }

        throw new InputException(origin.Source, HoconPath.Of(key), FormattableString.Invariant($"a text, a list or an object stand side by side on line {origin.Line}"), "write one of them, or put a comma or a line end between");
    }

    private static HoconNode Nodes(HoconNode below, HoconNode above) => (below, above) switch
    {
        (HoconObject lower, HoconObject upper) => Objects(lower, upper),
        (HoconArray list, HoconAppended more) => new HoconArray([.. list.Items, more.Value], more.Origin),
        (HoconNull, HoconAppended more) => new HoconArray([more.Value], more.Origin),
        (HoconAppended first, HoconAppended more) => new HoconConcatenation([new HoconArray([first.Value], first.Origin), new HoconArray([more.Value], more.Origin)], more.Origin),
        (HoconReference or HoconConcatenation, HoconAppended more) => new HoconConcatenation([below, new HoconArray([more.Value], more.Origin)], more.Origin),
        (HoconReference or HoconConcatenation, HoconObject) => new HoconConcatenation([below, above], above.Origin),
        _ => above,
    };
}
