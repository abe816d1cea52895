namespace ActorCafe.Queueing.Theory;

/// <summary>
/// A Poisson process, split at random among c servers with a queue each. Each server's arrivals are a Poisson process again, with c times the mean inter-arrival time.
/// </summary>
/// <remarks>Kleinrock, Queueing Systems I (Wiley 1975), chapter 2, on the Poisson process.</remarks>
internal static class RandomSplitting
{
    /// <summary>The mean inter-arrival time at one of the servers, in seconds.</summary>
    /// <param name="servers">The number of servers, 1 or more, each equally likely.</param>
    /// <param name="gap">Mean inter-arrival time before splitting, in seconds.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public static double Gap(int servers, double gap)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(servers, 1);
        return servers * Require.Positive(gap);
    }

    /// <summary>The mean wait before an exponential service, in seconds: c independent M/M/1 queues.</summary>
    /// <param name="service">Mean service time in seconds, above 0 and below servers x gap.</param>
    /// <inheritdoc cref="Gap"/>
    public static double MeanWait(int servers, double gap, double service) => ErlangC.MeanWait(1, Gap(servers, gap), service);

    /// <summary>The mean wait before a service of any distribution, in seconds: c independent M/G/1 queues.</summary>
    /// <param name="service">Mean service time in seconds, above 0 and below servers x gap.</param>
    /// <param name="variance">Variance of the service time, in seconds squared, 0 or above.</param>
    /// <inheritdoc cref="Gap"/>
    public static double MeanWait(int servers, double gap, double service, double variance) =>
        PollaczekKhinchine.MeanWait(Gap(servers, gap), service, variance);
}
