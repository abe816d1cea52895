namespace ActorCafe.Queueing.Tests;

/// <summary>The one-sample Kolmogorov-Smirnov test (Knuth, The Art of Computer Programming 2, 3.3.1).</summary>
internal static class KolmogorovSmirnov
{
    /// <summary>The distance that n values of the right distribution exceed once in 10,000 tests: √(-ln(α / 2) / (2 n)).</summary>
    public static double Critical(int count) => Math.Sqrt(-Math.Log(0.0001 / 2) / (2.0 * count));

    /// <summary>The largest distance between the values' distribution function and <paramref name="cdf"/>; sorts the values.</summary>
    public static double Distance(double[] values, Func<double, double> cdf)
    {
        Array.Sort(values);
        var distance = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            var expected = cdf(values[i]);
            distance = Math.Max(distance, Math.Max(expected - ((double)i / values.Length), ((i + 1.0) / values.Length) - expected));
        }
        return distance;
    }
}
