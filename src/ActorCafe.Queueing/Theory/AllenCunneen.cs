namespace ActorCafe.Queueing.Theory;

/// <summary>
/// The G/G/c queue: servers with one queue and any independent inter-arrival and service times. An approximation: exact for M/M/c and M/G/1, within a few
/// percent at high load, rough at low load or for very irregular arrivals.
/// </summary>
/// <remarks>
/// A. O. Allen, Probability, Statistics, and Queueing Theory (Academic Press, 2nd edition 1990): the wait of an M/M/c times the mean of the squared
/// coefficients of variation (variance / mean²) of inter-arrival and service times. With one server, it is Kingman's.
/// </remarks>
internal static class AllenCunneen
{
    /// <summary>The approximate mean wait before service, in seconds.</summary>
    /// <param name="servers">The number of servers, 1 or more.</param>
    /// <param name="gap">Mean inter-arrival time in seconds, above service / servers.</param>
    /// <param name="gapVariability">Squared coefficient of variation of the inter-arrival times, 0 or above; 1 for a Poisson process.</param>
    /// <param name="service">Mean service time in seconds, above 0.</param>
    /// <param name="serviceVariability">Squared coefficient of variation of the service times, 0 or above.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range, or there is no steady state.</exception>
    public static double MeanWait(int servers, double gap, double gapVariability, double service, double serviceVariability) =>
        ErlangC.MeanWait(servers, gap, service) * (Require.NotNegative(gapVariability) + Require.NotNegative(serviceVariability)) / 2;
}
