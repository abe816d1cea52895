using ActorCafe.Configuration;
using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Cli.Sweeping;

/// <summary>A key and its values, as given to <c>--vary</c>.</summary>
internal sealed record VariedValues(VariedKey Key, IReadOnlyList<string> Values)
{
    /// <param name="text"><c>KEY=V1,V2,...</c>; a value may be a range.</param>
    /// <exception cref="InputException">The text is not valid.</exception>
    public static VariedValues Read(string text)
    {
        if (HoconSeparators.FirstEquals(text) is not (> 0 and var equals))
        {
            throw new InputException(VariedKey.Option, text.Length == 0 ? "(empty)" : text, "no values are assigned to a key", "write --vary STAGE=1..4 or --vary KEY=V1,V2");
        }

        var key = VariedKey.Read(text[..equals]);
        List<string> values = [.. HoconSeparators.Split(text[(equals + 1)..]).SelectMany(value => ValueRange.Expand(key.Text, value))];
        if (values.Exists(value => value.Length == 0))
        {
            throw new InputException(VariedKey.Option, key.Text, "a value is empty", "write a value between the commas");
        }

        return values.GroupBy(value => value).FirstOrDefault(same => same.Skip(1).Any()) is { } twice
            ? throw new InputException(VariedKey.Option, key.Text, $"{twice.Key} is listed twice", "name each value once")
            : new VariedValues(key, values);
    }
}
