using ActorCafe.Configuration;

namespace ActorCafe.Cli.Sweeping;

/// <summary>A key and its values, as given to <c>--vary</c>.</summary>
internal sealed record VariedValues(VariedKey Key, IReadOnlyList<string> Values)
{
    /// <param name="text"><c>KEY=V1,V2,...</c>; a value may be a range.</param>
    /// <exception cref="InputException">The text is not valid.</exception>
    public static VariedValues Read(string text)
    {
        var equals = Places(text, '=').DefaultIfEmpty(-1).First();
        if (equals <= 0)
        {
            throw new InputException(VariedKey.Option, text.Length == 0 ? "(empty)" : text, "no values are assigned to a key", "write --vary grinder=1..4 or --vary KEY=V1,V2");
        }

        var key = VariedKey.Read(text[..equals]);
        List<string> values = [.. Split(text[(equals + 1)..]).SelectMany(value => ValueRange.Expand(key.Text, value))];
        if (values.Exists(value => value.Length == 0))
        {
            throw new InputException(VariedKey.Option, key.Text, "a value is empty", "write a value between the commas");
        }

        return values.GroupBy(value => value).FirstOrDefault(same => same.Skip(1).Any()) is { } twice
            ? throw new InputException(VariedKey.Option, key.Text, $"{twice.Key} stands twice", "name each value once")
            : new VariedValues(key, values);
    }

    private static IEnumerable<string> Split(string values)
    {
        var start = 0;
        foreach (var comma in Places(values, ','))
        {
            yield return values[start..comma].Trim();
            start = comma + 1;
        }

        yield return values[start..].Trim();
    }

    /// <summary>The positions of a character outside quotes, lists and objects.</summary>
    private static IEnumerable<int> Places(string text, char sign)
    {
        var depth = 0;
        var quoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            var here = text[at];
            if (here == '\\' && quoted)
            {
                at++;
            }
            else if (here == '"')
            {
                quoted = !quoted;
            }
            else if (quoted)
            {
                continue;
            }
            else if (here is '[' or '{')
            {
                depth++;
            }
            else if (here is ']' or '}')
            {
                depth--;
            }
            else if (here == sign && depth == 0)
            {
                yield return at;
            }
        }
    }
}
