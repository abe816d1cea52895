namespace ActorCafe.Shop.Results;

/// <summary>How many replications make an interval as tight as it is wanted.</summary>
internal static class Precision
{
    private const int Most = 100_000;

    /// <summary>Whether it is as tight, or will never be.</summary>
    public static bool IsReached(ShopResult result, double precision) =>
        HalfWidth(result) is not { } half || half <= precision || result.Replications >= Most;

    /// <summary>The width falls with the square root of the replications; some more, since it is an estimate itself, and at most three times as many.</summary>
    public static int Wanted(ShopResult result, double precision)
    {
        var ratio = HalfWidth(result)!.Value / precision;
        return (int)Math.Min(Most, (result.Replications * Math.Clamp(1.05 * ratio * ratio, 1, 3)) + 1);
    }

    /// <summary>Half the width of the interval, as a share of the mean.</summary>
    private static double? HalfWidth(ShopResult result) =>
        result.ResponseTime is { Ci: { } ci, Mean: > 0 and var mean } ? (ci.High - ci.Low) / 2 / mean : null;
}
