using ActorCafe.Queueing.Distributions;

namespace ActorCafe.Queueing.Theory;

/// <summary>The independent times between customers, as <see cref="GeneralArrivals"/> needs them.</summary>
/// <param name="Mean">Seconds, above 0.</param>
/// <param name="OutlastsExponential">
/// For each rate, the probability that a gap is longer than an exponential time of that rate: 1 less its Laplace transform.
/// </param>
public sealed record InterArrivalTime(double Mean, Func<double, double> OutlastsExponential)
{
    /// <summary>Gaps of this distribution; null where they are not drawn independently, or are all 0.</summary>
    public static InterArrivalTime? Of(Distribution gap) => gap.Mean > 0 && gap.OutlastsExponential(1) is not null
        ? new(gap.Mean, rate => gap.OutlastsExponential(rate)!.Value)
        : null;

    /// <summary>The gaps of a Poisson stream.</summary>
    /// <param name="mean">Seconds, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mean"/> is out of its range.</exception>
    public static InterArrivalTime Poisson(double mean) => Of(new Exponential(mean))!;

    /// <summary>The gaps of a stream of which only every so-manieth customer is taken: sums of so many.</summary>
    /// <param name="nth">1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="nth"/> is out of its range.</exception>
    public InterArrivalTime Every(int nth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nth, 1);
        return new(nth * Mean, rate => -Precise.Expm1(nth * Precise.Log1p(-OutlastsExponential(rate))));
    }

    /// <summary>The gaps of a stream of which each customer is taken with this chance: sums of a geometric number.</summary>
    /// <param name="share">Above 0, at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is out of its range.</exception>
    public InterArrivalTime Thinned(double share)
    {
        Require.Within(share, double.Epsilon, 1);
        return new(Mean / share, rate =>
        {
            var outlasts = OutlastsExponential(rate);
            return outlasts / (share + ((1 - share) * outlasts));
        });
    }
}
