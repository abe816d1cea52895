using System.Collections.Immutable;

namespace ActorCafe.Configuration.Hocon;

/// <summary>Reads HOCON strictly: every value with the place it was written at, every doubt an error with its line.</summary>
public static class HoconReader
{
    /// <summary>Reads a source with its includes, which count at their places. Substitutions are left for <see cref="Resolve"/>.</summary>
    /// <exception cref="InputException">It cannot be read, or is no HOCON.</exception>
    public static HoconObject Read(IHoconSource source, bool isReference = false)
    {
        ArgumentNullException.ThrowIfNull(source);
        return ReadIncluded(source, [source], isReference);
    }

    /// <summary>Reads an assignment from the command line.</summary>
    /// <param name="option">The option, as errors name it.</param>
    /// <param name="keyEqualsValue"><c>KEY=VALUE</c>, the value as HOCON.</param>
    /// <exception cref="InputException">It is no assignment.</exception>
    public static HoconObject ParseAssignment(string option, string keyEqualsValue)
    {
        ArgumentNullException.ThrowIfNull(keyEqualsValue);
        var source = new TextSource(option, keyEqualsValue);
        var cursor = new HoconCursor(keyEqualsValue, source, isReference: false);
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
        var value = new HoconParser(cursor, [source], (_, _) => throw NoAssignment(option, keyEqualsValue)).ParseLoneValue(keys);
        HoconNode node = isAppend ? new HoconAppended(value, cursor.Origin) : value;
        for (var at = keys.Count - 1; at >= 0; at--)
        {
            node = new HoconObject(new Dictionary<string, HoconNode> { [keys[at]] = node }, cursor.Origin);
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

    private static HoconObject ReadIncluded(IHoconSource source, ImmutableArray<IHoconSource> chain, bool isReference)
    {
        var cursor = new HoconCursor(source.ReadText(), source, isReference);
        return new HoconParser(cursor, chain, (included, longer) => ReadIncluded(included, longer, isReference)).ParseRoot();
    }

    private static InputException NoAssignment(string option, string text) =>
        new(option, text.Length == 0 ? "(empty)" : text, "it is no assignment", "write KEY=VALUE");
}
