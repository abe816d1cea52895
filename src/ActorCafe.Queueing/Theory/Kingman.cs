namespace ActorCafe.Queueing.Theory;

/// <summary>The G/G/1 queue: one server with any independent inter-arrival and service times.</summary>
/// <remarks>
/// J. F. C. Kingman, "The single server queue in heavy traffic", Proceedings of the Cambridge Philosophical Society 57 (1961), for the
/// approximation; "Some inequalities for the queue GI/G/1", Biometrika 49 (1962), for the bound.
/// </remarks>
internal static class Kingman
{
    /// <summary>The approximate mean wait before service, in seconds: load / (1 - load) x variability x service.</summary>
    /// <param name="gap">Mean inter-arrival time in seconds, above the service time.</param>
    /// <param name="gapVariability">Squared coefficient of variation (variance / mean²) of the inter-arrival times, 0 or above.</param>
    /// <param name="service">Mean service time in seconds, above 0.</param>
    /// <param name="serviceVariability">Squared coefficient of variation of the service times, 0 or above.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range, or there is no steady state.</exception>
    public static double MeanWait(double gap, double gapVariability, double service, double serviceVariability) =>
        AllenCunneen.MeanWait(1, gap, gapVariability, service, serviceVariability);

    /// <summary>An upper bound of the mean wait before service, in seconds.</summary>
    /// <inheritdoc cref="MeanWait"/>
    public static double UpperBound(double gap, double gapVariability, double service, double serviceVariability)
    {
        var load = Load.Steady(1, gap, service);
        var variances = (gap * gap * Require.NotNegative(gapVariability)) + (service * service * Require.NotNegative(serviceVariability));
        return variances / (2 * gap * (1 - load));
    }
}
