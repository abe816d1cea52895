namespace ActorCafe.Queueing.Theory;

/// <summary>One server, any independent gaps and any service, G/G/1.</summary>
/// <remarks>
/// J. F. C. Kingman, "The single server queue in heavy traffic", Proceedings of the Cambridge Philosophical Society 57 (1961), for the
/// approximation; "Some inequalities for the queue GI/G/1", Biometrika 49 (1962), for the bound.
/// </remarks>
public static class Kingman
{
    /// <summary>The approximate mean wait before service, in seconds: load / (1 - load) x variability x service.</summary>
    /// <param name="gap">Mean seconds between customers, above the service.</param>
    /// <param name="gapVariability">Squared coefficient of variation (variance / mean²) of the gaps, 0 or above.</param>
    /// <param name="service">Mean seconds of service, above 0.</param>
    /// <param name="serviceVariability">Squared coefficient of variation of the service, 0 or above.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range, or there is no steady state.</exception>
    public static double MeanWait(double gap, double gapVariability, double service, double serviceVariability) =>
        AllenCunneen.MeanWait(1, gap, gapVariability, service, serviceVariability);

    /// <summary>What the mean wait never exceeds, in seconds.</summary>
    /// <inheritdoc cref="MeanWait"/>
    public static double UpperBound(double gap, double gapVariability, double service, double serviceVariability)
    {
        var load = Load.Steady(1, gap, service);
        var variances = (gap * gap * Require.NotNegative(gapVariability)) + (service * service * Require.NotNegative(serviceVariability));
        return variances / (2 * gap * (1 - load));
    }
}
