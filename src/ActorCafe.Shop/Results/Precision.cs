namespace ActorCafe.Shop.Results;

/// <summary>Decides how many replications reach a wanted precision.</summary>
internal static class Precision
{
    private const int Most = 100_000;

    /// <summary>Whether the interval is narrow enough, or never will be.</summary>
    public static bool IsReached(ShopResult result, double precision) =>
        HalfWidth(result) is not { } half || half <= precision || result.Replications >= Most;

    /// <summary>
    /// Estimates the replications needed, since the width falls with the square root of their number: 5 % more, because the width is an estimate itself, and at
    /// most three times as many as so far.
    /// </summary>
    public static int Wanted(ShopResult result, double precision)
    {
        var ratio = HalfWidth(result)!.Value / precision;
        return (int)Math.Min(Most, (result.Replications * Math.Clamp(1.05 * ratio * ratio, 1, 3)) + 1);
    }

    /// <summary>The half-width of the interval, relative to the mean.</summary>
    private static double? HalfWidth(ShopResult result) =>
        result.ResponseTime is { Ci: { } ci, Mean: > 0 and var mean } ? (ci.High - ci.Low) / 2 / mean : null;
}
