namespace ActorCafe.Queueing.Theory;

/// <summary>
/// A Poisson stream dealt out at random to servers with a queue each: each server's share is a Poisson stream again, whose
/// customers come so many times as far apart.
/// </summary>
/// <remarks>Kleinrock, Queueing Systems I (Wiley 1975), chapter 2, on the Poisson process.</remarks>
public static class RandomSplitting
{
    /// <summary>Mean seconds between the customers of one of the servers.</summary>
    /// <param name="servers">1 or more, each as likely.</param>
    /// <param name="gap">Mean seconds between customers of the whole stream.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public static double Gap(int servers, double gap)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(servers, 1);
        return servers * Require.Positive(gap);
    }

    /// <summary>The mean wait before an exponential service, in seconds: c times M/M/1.</summary>
    /// <param name="service">Mean seconds of service, above 0 and below servers x gap.</param>
    /// <inheritdoc cref="Gap"/>
    public static double MeanWait(int servers, double gap, double service) => ErlangC.MeanWait(1, Gap(servers, gap), service);

    /// <summary>The mean wait before any service, in seconds: c times M/G/1.</summary>
    /// <param name="service">Mean seconds of service, above 0 and below servers x gap.</param>
    /// <param name="variance">Of the service, in seconds squared.</param>
    /// <inheritdoc cref="Gap"/>
    public static double MeanWait(int servers, double gap, double service, double variance) =>
        PollaczekKhinchine.MeanWait(Gap(servers, gap), service, variance);
}
