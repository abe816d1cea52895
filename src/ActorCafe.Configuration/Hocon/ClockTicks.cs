using System.Globalization;

namespace ActorCafe.Configuration.Hocon;

/// <summary>Converts written times to ticks of the shop's clock, 100 ns each, without rounding: that would make it another time.</summary>
internal static class ClockTicks
{
    public const string TooFine = "is finer than the clock, which counts steps of 100 ns";
    public const string TooLong = "is longer than the clock can count";

    // A unit is at most a day, 864 * 10^9 ticks. A number with more decimals, the last of them not 0, is not a whole number of ticks.
    private const int MostDecimals = 14;

    // Of more digits, decimal.Parse would round the last ones away.
    private const int MostDigits = 28;

    /// <summary>Counts the ticks of <paramref name="number"/> units; returns the problem if that is not a whole number, or too large.</summary>
    /// <param name="number">Digits with at most one point; a sign is allowed.</param>
    /// <param name="ticksPerUnit">The ticks of a unit.</param>
    /// <param name="ticks">The ticks.</param>
    public static string? Count(ReadOnlySpan<char> number, decimal ticksPerUnit, out long ticks)
    {
        ticks = 0;
        var point = number.IndexOf('.');
        // One 0 after the point stays: ".0" is a number, "." is none.
        number = point < 0 ? number : number[..Math.Min(number.Length, Math.Max(point + 2, number.TrimEnd('0').Length))];
        if (point >= 0 && number.Length - point - 1 > MostDecimals)
        {
            return TooFine;
        }

        if (number.Length > MostDigits
            || !decimal.TryParse(number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount)
            || Math.Abs(amount) > long.MaxValue / ticksPerUnit / 2)
        {
            return TooLong;
        }

        amount *= ticksPerUnit;
        ticks = (long)amount;
        return ticks == amount ? null : TooFine;
    }
}
