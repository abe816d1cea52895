using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Configuration.Binding;

/// <summary>Tells values of the user from defaults of reference.conf.</summary>
internal static class Provenance
{
    /// <summary>Whether the user wrote no part of <paramref name="node"/>: an object has the origin of its last writer.</summary>
    public static bool IsReferenceOnly(HoconNode node) => node.Origin.IsReference;

    /// <summary>
    /// Restores what resolution drops but errors name: the place of a key removed with <c>= null</c>, and the place of a
    /// substitution, rather than of the value it refers to.
    /// </summary>
    public static HoconObject Restore(HoconObject resolved, HoconObject merged)
    {
        var members = new OrderedDictionary<string, HoconNode>(StringComparer.Ordinal);
        foreach (var (key, before) in merged.Members)
        {
            if (before is HoconNull)
            {
                members.Add(key, before);
            }
            else if (resolved.Members.TryGetValue(key, out var value))
            {
                members.Add(key, Restore(value, before));
            }
        }

        return resolved with { Members = members };
    }

    private static HoconNode Restore(HoconNode resolved, HoconNode merged) => (resolved, merged) switch
    {
        (HoconObject section, HoconObject before) => Restore(section, before),
        (_, HoconReference or HoconConcatenation) => resolved with { Origin = merged.Origin },
        _ => resolved,
    };
}
