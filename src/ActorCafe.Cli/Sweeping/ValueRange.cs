using System.Globalization;
using System.Text.RegularExpressions;
using ActorCafe.Configuration;

namespace ActorCafe.Cli.Sweeping;

/// <summary><c>1..8</c>, <c>10s..60s..10s</c>: from, to and step, both ends included.</summary>
internal static partial class ValueRange
{
    private const int Most = 10_000;
    private const string Remedy = "write FROM..TO or FROM..TO..STEP, as in 1..8 or 10s..60s..10s";

    /// <summary>The values of a range; the value itself if it is none.</summary>
    /// <exception cref="InputException">The text looks like a range but is not valid.</exception>
    public static IEnumerable<string> Expand(string key, string value)
    {
        // ../orders.csv is a path.
        if (value.Length == 0 || !(char.IsAsciiDigit(value[0]) || value[0] is '-' or '.') || value.StartsWith("..", StringComparison.Ordinal) || !value.Contains("..", StringComparison.Ordinal))
        {
            return [value];
        }

        InputException Wrong(string problem) => new(VariedKey.Option, key, $"{value}: {problem}", Remedy);

        if (Range().Match(value) is not { Success: true } match)
        {
            throw Wrong("it is no range");
        }

        var units = new[] { match.Groups["u1"].Value, match.Groups["u2"].Value, match.Groups["u3"].Value }.Where(unit => unit.Length > 0).Distinct().ToList();
        if (units.Count > 1)
        {
            throw Wrong("its parts have different units");
        }

        if (!TryNumber(match.Groups["from"].Value, out var from) || !TryNumber(match.Groups["to"].Value, out var to) || !TryNumber(match.Groups["step"] is { Success: true } given ? given.Value : "1", out var step))
        {
            throw Wrong("a number in it is too large");
        }

        if (step <= 0)
        {
            throw Wrong("its step is not above 0");
        }

        if (to < from)
        {
            throw Wrong("it goes down");
        }

        if ((to - from) / step >= Most)
        {
            throw Wrong($"it has more than {Most} values");
        }

        return Values(from, to, step).Select(number => number.ToString("0.############################", CultureInfo.InvariantCulture) + units.FirstOrDefault());
    }

    private static IEnumerable<decimal> Values(decimal from, decimal to, decimal step)
    {
        for (var number = from; number <= to; number += step)
        {
            yield return number;
        }
    }

    private static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && Math.Abs(number) < 1e15m;

    [GeneratedRegex(@"^(?<from>-?\d+(\.\d+)?)(?<u1>[a-zA-Z]*)\.\.(?<to>-?\d+(\.\d+)?)(?<u2>[a-zA-Z]*)(\.\.(?<step>-?\d+(\.\d+)?)(?<u3>[a-zA-Z]*))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Range();
}
