namespace ActorCafe.Queueing.Theory;

/// <summary>A stream dealt in turn to c exponential servers with a queue each. With a Poisson stream, each server is an E_c/M/1 queue.</summary>
/// <remarks>See <see cref="GeneralArrivals"/>.</remarks>
internal static class RoundRobin
{
    /// <summary>The mean wait before service, in seconds.</summary>
    /// <param name="servers">The number of servers, 1 or more.</param>
    /// <param name="gap">The inter-arrival time of the whole stream.</param>
    /// <param name="service">Mean service time in seconds, above 0 and below servers x mean gap.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range, or there is no steady state.</exception>
    public static double MeanWait(int servers, InterArrivalTime gap, double service) => GeneralArrivals.MeanWait(gap.Every(servers), service);

    /// <summary>The mean wait before service with a Poisson stream, in seconds.</summary>
    /// <param name="gap">Mean inter-arrival time of the whole stream, in seconds.</param>
    /// <inheritdoc cref="MeanWait(int, InterArrivalTime, double)"/>
    public static double MeanWait(int servers, double gap, double service) => MeanWait(servers, InterArrivalTime.Poisson(gap), service);
}
