using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Configuration;

/// <summary>A key that an option of its own, or an environment variable, sets.</summary>
public sealed class GivenKey
{
    private GivenKey(IEnumerable<string> path, HoconNode value)
    {
        // What stands around the value was not given: an error there names its key.
        var origin = value.Origin with { Given = null };
        foreach (var key in path.Reverse())
        {
            value = new HoconObject(new OrderedDictionary<string, HoconNode>(StringComparer.Ordinal) { [key] = value }, origin);
        }

        Layer = (HoconObject)value;
    }

    internal HoconObject Layer { get; }

    /// <summary>One text, as it stands.</summary>
    /// <param name="name">The option or variable, as errors name it.</param>
    /// <param name="path">The key.</param>
    /// <param name="text">The value.</param>
    /// <param name="given">What errors show; null: the key, for what nobody else is to read.</param>
    public static GivenKey Text(string name, IEnumerable<string> path, string text, string? given) =>
        new(path, Scalar(name, text, given));

    /// <summary>A list of texts.</summary>
    public static GivenKey Texts(string name, IEnumerable<string> path, IEnumerable<string> texts) =>
        new(path, new HoconArray([.. texts.Select(text => Scalar(name, text, text))], new Origin(name, 1)));

    /// <summary>A list, object or quoted text as HOCON, anything else as it stands: an address needs no quotes in a variable.</summary>
    /// <exception cref="InputException">It is no HOCON.</exception>
    public static GivenKey Hocon(string name, IReadOnlyList<string> path, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.TrimStart() is ['[' or '{' or '"', ..]
            ? new(path, HoconReader.ParseAssignment(name, $"value={text}").Members["value"])
            : new(path, Scalar(name, text, null));
    }

    private static HoconScalar Scalar(string name, string text, string? given) =>
        new(text.Trim(), Quoted: false, new Origin(name, 1, Given: given));
}
