using MathNet.Numerics;

namespace ActorCafe.Queueing.Statistics;

/// <summary>Student's t distribution, for confidence intervals of the mean of a few values.</summary>
internal static class StudentT
{
    /// <summary>The t such that |T| is at most t with this probability: 12.706 for 0.95 and 1 degree of freedom.</summary>
    /// <param name="confidence">Two-sided, above 0 and below 1.</param>
    /// <param name="degreesOfFreedom">From 1.</param>
    /// <remarks>
    /// P(|T| > t) is the regularised incomplete beta function I(n / (n + t²); n / 2, 1 / 2) (Abramowitz and Stegun 26.7.1). It is inverted by bisection,
    /// because MathNet's own inverse ends at t = 800 and throws beyond.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public static double Quantile(double confidence, int degreesOfFreedom)
    {
        Require.Between(confidence, 0, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(degreesOfFreedom, 1);
        var (low, high) = (0.0, 1.0);
        while (Outside(high, degreesOfFreedom) > 1 - confidence)
        {
            (low, high) = (high, 2 * high);
        }
        // Bisect until there is no double between the bounds.
        for (var middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2)
        {
            if (Outside(middle, degreesOfFreedom) > 1 - confidence)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }
        return high;
    }

    /// <summary>The t such that T is at most t with this probability: 6.314 for 0.95 and 1 degree of freedom.</summary>
    /// <param name="confidence">One-sided, above 0 and below 1.</param>
    /// <param name="degreesOfFreedom">From 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public static double OneSidedQuantile(double confidence, int degreesOfFreedom)
    {
        Require.Between(confidence, 0, 1);
        var twoSided = Math.Abs((2 * confidence) - 1);
        return twoSided == 0 ? 0 : Math.Sign(confidence - 0.5) * Quantile(twoSided, degreesOfFreedom);
    }

    /// <summary>The confidence that the mean that independent values were drawn around is below a limit, from 0 to 1; null with fewer than two values.</summary>
    /// <param name="limit">In the unit of the values.</param>
    /// <param name="values">The values.</param>
    public static double? MeanBelow(double limit, ReadOnlySpan<double> values)
    {
        var moments = RunningMoments.Of(values);
        return moments is not { Mean: { } mean, StandardDeviation: { } deviation } ? null
            : deviation > 0 ? Below((limit - mean) / (deviation / Math.Sqrt(values.Length)), values.Length - 1)
            : mean < limit ? 1 : 0;
    }

    /// <summary>P(T &lt;= t), from 0 to 1.</summary>
    /// <param name="t">Any number, or infinite.</param>
    /// <param name="degreesOfFreedom">From 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public static double Below(double t, int degreesOfFreedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degreesOfFreedom, 1);
        var tail = Outside(Math.Abs(t), degreesOfFreedom) / 2;
        return t < 0 ? tail : 1 - tail;
    }

    /// <summary>The confidence interval of the mean that independent values were drawn around; null with fewer than two values.</summary>
    /// <param name="values">The values, in any unit, which is also that of the interval.</param>
    /// <param name="confidence">Two-sided, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is out of range.</exception>
    public static (double Low, double High)? Interval(ReadOnlySpan<double> values, double confidence)
    {
        Require.Between(confidence, 0, 1);
        var moments = RunningMoments.Of(values);
        if (moments is not { Mean: { } mean, StandardDeviation: { } deviation })
        {
            return null;
        }

        var half = Quantile(confidence, values.Length - 1) * deviation / Math.Sqrt(values.Length);
        return (mean - half, mean + half);
    }

    private static double Outside(double t, double n) => SpecialFunctions.BetaRegularized(n / 2, 0.5, n / (n + (t * t)));
}
