using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Configuration;

/// <summary>A key set by an option of its own or by an environment variable.</summary>
internal sealed class KeyOverride
{
    private KeyOverride(IEnumerable<string> path, HoconNode value)
    {
        // Only the value itself was given: an error in an enclosing object names its key.
        var origin = value.Origin with { Given = null };
        foreach (var key in path.Reverse())
        {
            value = new HoconObject(new OrderedDictionary<string, HoconNode>(StringComparer.Ordinal) { [key] = value }, origin);
        }

        Layer = (HoconObject)value;
    }

    internal HoconObject Layer { get; }

    /// <summary>A single text, taken literally.</summary>
    /// <param name="name">The option or variable, as errors name it.</param>
    /// <param name="path">The key.</param>
    /// <param name="text">The value.</param>
    /// <param name="given">The text that errors show; null: the key, for secrets.</param>
    public static KeyOverride Text(string name, IEnumerable<string> path, string text, string? given) =>
        new(path, Scalar(name, text, given));

    /// <summary>A list of texts.</summary>
    public static KeyOverride Texts(string name, IEnumerable<string> path, IEnumerable<string> texts) =>
        new(path, new HoconArray([.. texts.Select(text => Scalar(name, text, text))], new Origin(name, 1)));

    /// <summary>Parses a list, object or quoted text as HOCON and takes anything else literally: an address needs no quotes in a variable.</summary>
    /// <exception cref="InputException">The text is not HOCON.</exception>
    public static KeyOverride Hocon(string name, IReadOnlyList<string> path, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.TrimStart() is ['[' or '{' or '"', ..]
            ? new(path, HoconReader.ParseAssignment(name, $"value={text}").Members["value"])
            : new(path, Scalar(name, text, null));
    }

    private static HoconScalar Scalar(string name, string text, string? given) =>
        new(text.Trim(), Quoted: false, new Origin(name, 1, Given: given));
}
