namespace ActorCafe.Queueing.Theory;

/// <summary>
/// Servers with one queue, any independent gaps and any service, G/G/c. An approximation: exact for M/M/c and M/G/1, good to some
/// percent at high load, rough at low load or for very irregular gaps.
/// </summary>
/// <remarks>
/// A. O. Allen, Probability, Statistics, and Queueing Theory (Academic Press, 2nd edition 1990): the wait of an M/M/c times
/// the mean of the squared coefficients of variation (variance / mean²) of gaps and service. With one server: J. F. C. Kingman.
/// </remarks>
public static class AllenCunneen
{
    /// <summary>The approximate mean wait before service, in seconds.</summary>
    /// <param name="servers">1 or more.</param>
    /// <param name="gap">Mean seconds between customers, above service / servers.</param>
    /// <param name="gapVariability">Squared coefficient of variation of the gaps, 0 or above; 1 for a Poisson stream.</param>
    /// <param name="service">Mean seconds of service, above 0.</param>
    /// <param name="serviceVariability">Squared coefficient of variation of the service, 0 or above.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range, or there is no steady state.</exception>
    public static double MeanWait(int servers, double gap, double gapVariability, double service, double serviceVariability) =>
        ErlangC.MeanWait(servers, gap, service) * (Require.NotNegative(gapVariability) + Require.NotNegative(serviceVariability)) / 2;
}
