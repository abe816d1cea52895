namespace ActorCafe.Queueing.Theory;

/// <summary>
/// A stream dealt out in turn to exponential servers with a queue each: each server's customers come after every c-th gap of
/// the stream. A Poisson stream makes each an E_c/M/1.
/// </summary>
/// <remarks>See <see cref="GeneralArrivals"/>.</remarks>
public static class RoundRobin
{
    /// <summary>The mean wait before service, in seconds.</summary>
    /// <param name="servers">1 or more.</param>
    /// <param name="gap">The time between customers of the whole stream.</param>
    /// <param name="service">Mean seconds of service, above 0 and below servers x mean gap.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range, or there is no steady state.</exception>
    public static double MeanWait(int servers, InterArrivalTime gap, double service) => GeneralArrivals.MeanWait(gap.Every(servers), service);

    /// <summary>The mean wait before service, in seconds, of a Poisson stream.</summary>
    /// <param name="gap">Mean seconds between customers of the whole stream.</param>
    /// <inheritdoc cref="MeanWait(int, InterArrivalTime, double)"/>
    public static double MeanWait(int servers, double gap, double service) => MeanWait(servers, InterArrivalTime.Poisson(gap), service);
}
