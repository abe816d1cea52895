namespace ActorCafe.Queueing.Theory;

/// <summary>An arrival process dealt in turn to c exponential servers with a queue each. If it is a Poisson process, each server is an E_c/M/1 queue.</summary>
/// <remarks>See <see cref="GeneralArrivals"/>.</remarks>
internal static class RoundRobin
{
    /// <summary>The mean wait before service, in seconds.</summary>
    /// <param name="servers">The number of servers, 1 or more.</param>
    /// <param name="gap">The inter-arrival time before splitting.</param>
    /// <param name="service">Mean service time in seconds, above 0 and below servers x mean gap.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range, or there is no steady state.</exception>
    public static double MeanWait(int servers, InterArrivalTime gap, double service) => GeneralArrivals.MeanWait(gap.Every(servers), service);

    /// <summary>The mean wait before service if customers arrive as a Poisson process, in seconds.</summary>
    /// <param name="gap">Mean inter-arrival time before splitting, in seconds.</param>
    /// <inheritdoc cref="MeanWait(int, InterArrivalTime, double)"/>
    public static double MeanWait(int servers, double gap, double service) => MeanWait(servers, InterArrivalTime.Poisson(gap), service);
}
