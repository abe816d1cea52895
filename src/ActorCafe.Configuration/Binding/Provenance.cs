using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Configuration.Binding;

/// <summary>Who wrote a value: the user, or reference.conf alone.</summary>
internal static class Provenance
{
    /// <summary>Whether nothing of <paramref name="node"/> was written by a user: an object has the origin of its last writer.</summary>
    public static bool IsReferenceOnly(HoconNode node) => node.Origin.IsReference;

    /// <summary>
    /// Puts back what resolving forgets and errors want to name: where a key was removed with <c>= null</c>, and where a
    /// substitution stands (not where the value it brought was written).
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
