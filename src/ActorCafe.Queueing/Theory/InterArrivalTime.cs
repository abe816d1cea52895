using ActorCafe.Queueing.Distributions;

namespace ActorCafe.Queueing.Theory;

/// <summary>Independent inter-arrival times, as <see cref="GeneralArrivals"/> needs them.</summary>
/// <param name="Mean">The mean in seconds, above 0.</param>
/// <param name="OutlastsExponential">
/// For each rate, the probability that an inter-arrival time is longer than an exponential time of that rate: 1 minus its Laplace transform.
/// </param>
internal sealed record InterArrivalTime(double Mean, Func<double, double> OutlastsExponential)
{
    /// <summary>Inter-arrival times of this distribution; null if they are not drawn independently, or are all 0.</summary>
    public static InterArrivalTime? Of(Distribution gap) => gap.Mean > 0 && gap.OutlastsExponential(1) is not null
        ? new(gap.Mean, rate => gap.OutlastsExponential(rate)!.Value)
        : null;

    /// <summary>The inter-arrival times of a Poisson process.</summary>
    /// <param name="mean">The mean in seconds, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mean"/> is out of range.</exception>
    public static InterArrivalTime Poisson(double mean) => Of(new Exponential(mean))!;

    /// <summary>The times between every nth customer: sums of n inter-arrival times.</summary>
    /// <param name="nth">1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="nth"/> is out of range.</exception>
    public InterArrivalTime Every(int nth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nth, 1);
        return new(nth * Mean, rate => -Precise.Expm1(nth * Precise.Log1p(-OutlastsExponential(rate))));
    }

    /// <summary>
    /// The times between customers, each of whom is picked with this probability: sums of a geometric number of inter-arrival times.
    /// </summary>
    /// <param name="share">Above 0, at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is out of range.</exception>
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
