namespace ActorCafe.Queueing.Theory;

/// <summary>
/// How irregularly customers leave a stage, as the squared coefficient of variation of its inter-arrival times. Approximations.
/// </summary>
/// <remarks>W. Whitt, "The queueing network analyzer", Bell System Technical Journal 62 (1983), on departures and splitting.</remarks>
internal static class StreamVariability
{
    /// <summary>The variability of the departures: that of the arrivals if the stage is idle, that of the service if it is busy.</summary>
    /// <param name="servers">The number of servers, 1 or more.</param>
    /// <param name="load">Offered load in erlangs, above 0. From the number of servers on, the stage is always busy.</param>
    /// <param name="gapVariability">Squared coefficient of variation of the inter-arrival times, 0 or above.</param>
    /// <param name="serviceVariability">Squared coefficient of variation of the service times, 0 or above.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public static double Departing(int servers, double load, double gapVariability, double serviceVariability)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(servers, 1);
        var busy = Math.Min(1, Require.Positive(load) / servers);
        var fromService = 1 + ((Require.NotNegative(serviceVariability) - 1) / Math.Sqrt(servers));
        return (busy * busy * fromService) + ((1 - (busy * busy)) * Require.NotNegative(gapVariability));
    }

    /// <summary>The variability of a part of an arrival process, to which each customer belongs with this probability.</summary>
    /// <param name="variability">Squared coefficient of variation of the whole process's inter-arrival times, 0 or above.</param>
    /// <param name="share">From 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public static double Thinned(double variability, double share) =>
        1 + (Require.Within(share, 0, 1) * (Require.NotNegative(variability) - 1));
}
