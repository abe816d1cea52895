namespace ActorCafe.Configuration.Hocon;

/// <summary>Reads HOCON strictly: records where each value was written, and rejects anything doubtful with its line.</summary>
internal static class HoconReader
{
    /// <summary>Reads a source, with includes merged where they appear. Leaves substitutions to <see cref="Resolve(HoconObject)"/>.</summary>
    /// <exception cref="InputException">The source cannot be read, or is not HOCON.</exception>
    public static HoconObject Read(IHoconSource source, bool isReference = false)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new HoconIncludes(isReference).Read(source);
    }

    /// <summary>Parses an assignment from the command line.</summary>
    /// <param name="option">The option, as errors name it.</param>
    /// <param name="keyEqualsValue"><c>KEY=VALUE</c>, the value as HOCON.</param>
    /// <exception cref="InputException">The text is not an assignment.</exception>
    public static HoconObject ParseAssignment(string option, string keyEqualsValue)
    {
        ArgumentNullException.ThrowIfNull(keyEqualsValue);
        var source = new TextSource(option, keyEqualsValue);
        var cursor = new HoconCursor(HoconText.Check(keyEqualsValue, option), source, isReference: false);
        cursor.SkipBlank();
        List<string> keys;
        try
        {
            keys = new HoconValueParser(cursor, []).ParseKey();
        }
        catch (InputException)
        {
            throw NoAssignment(option, keyEqualsValue);
        }

        cursor.TakeSpaces();
        var isAppend = cursor.Sees("+=");
        if (!isAppend && cursor.Here != '=')
        {
            throw NoAssignment(option, keyEqualsValue);
        }

        cursor.Skip(isAppend ? 2 : 1);
        var key = cursor.Label = HoconPath.Of(keys);
        HoconNode node = new HoconParser(cursor, new IncludeContext([source], [], 0), includes: null).ParseLoneValue(keys);
        if (isAppend)
        {
            node = node is not HoconNull
                ? new HoconAppended([node], key, cursor.Origin)
                : throw cursor.Error("a list cannot contain null", "leave it out, or write \"null\" for the text");
        }

        for (var at = keys.Count - 1; at >= 0; at--)
        {
            node = new HoconObject(new OrderedDictionary<string, HoconNode>(StringComparer.Ordinal) { [keys[at]] = node }, cursor.Origin);
        }

        return (HoconObject)node;
    }

    /// <summary>Merges two trees: the upper one overrides the lower one, objects merge.</summary>
    public static HoconObject Merge(HoconObject below, HoconObject above)
    {
        ArgumentNullException.ThrowIfNull(below);
        ArgumentNullException.ThrowIfNull(above);
        return HoconMerge.Objects(below, above);
    }

    /// <summary>Replaces every substitution by its value, and drops keys that are null.</summary>
    /// <exception cref="InputException">A substitution refers to nothing, or to itself.</exception>
    public static HoconObject Resolve(HoconObject merged) => new HoconResolver(merged).Resolve();

    /// <summary>As <see cref="Resolve(HoconObject)"/>; also returns the paths whose values were substituted.</summary>
    internal static HoconObject Resolve(HoconObject merged, out IEnumerable<IReadOnlyList<string>> used)
    {
        var resolver = new HoconResolver(merged);
        used = resolver.Used;
        return resolver.Resolve();
    }

    private static InputException NoAssignment(string option, string text) =>
        new(option, text.Length == 0 ? "(empty)" : text, "it is not an assignment", "write KEY=VALUE");
}
