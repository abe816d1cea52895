namespace ActorCafe.Configuration.Hocon;

/// <summary>Reads HOCON strictly: every value with the place it was written at, every doubt an error with its line.</summary>
public static class HoconReader
{
    /// <summary>Reads a source with its includes, which count at their places. Substitutions are left for <see cref="Resolve"/>.</summary>
    /// <exception cref="InputException">It cannot be read, or is no HOCON.</exception>
    public static HoconObject Read(IHoconSource source, bool isReference = false)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new HoconIncludes(isReference).Read(source);
    }

    /// <summary>Reads an assignment from the command line.</summary>
    /// <param name="option">The option, as errors name it.</param>
    /// <param name="keyEqualsValue"><c>KEY=VALUE</c>, the value as HOCON.</param>
    /// <exception cref="InputException">It is no assignment.</exception>
    public static HoconObject ParseAssignment(string option, string keyEqualsValue)
    {
        ArgumentNullException.ThrowIfNull(keyEqualsValue);
        var source = new TextSource(option, keyEqualsValue);
        var cursor = new HoconCursor(HoconText.Check(keyEqualsValue, option), source, isReference: false);
        cursor.SkipBlank();
        List<string> keys;
        try
        {
            keys = new HoconValueParser(cursor).ParseKey();
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
        HoconNode node = new HoconParser(cursor, new HoconPlace([source], [.. keys], 0), includes: null).ParseLoneValue();
        if (isAppend)
        {
            node = node is not HoconNull
                ? new HoconAppended([node], key, cursor.Origin)
                : throw cursor.Error("null cannot stand in a list", "leave it out, or write \"null\" for the text");
        }

        for (var at = keys.Count - 1; at >= 0; at--)
        {
            node = new HoconObject(new OrderedDictionary<string, HoconNode>(StringComparer.Ordinal) { [keys[at]] = node }, cursor.Origin);
        }

        return (HoconObject)node;
    }

    /// <summary>One tree of two: what stands above hides what stands below, objects merge.</summary>
    public static HoconObject Merge(HoconObject below, HoconObject above)
    {
        ArgumentNullException.ThrowIfNull(below);
        ArgumentNullException.ThrowIfNull(above);
        return HoconMerge.Objects(below, above);
    }

    /// <summary>The tree with a value in the place of every substitution, and without the keys that are null.</summary>
    /// <exception cref="InputException">A substitution stands for nothing, or for itself.</exception>
    public static HoconObject Resolve(HoconObject merged) => new HoconResolver(merged).Resolve();

    private static InputException NoAssignment(string option, string text) =>
        new(option, text.Length == 0 ? "(empty)" : text, "it is no assignment", "write KEY=VALUE");
}
