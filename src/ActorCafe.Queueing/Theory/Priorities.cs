namespace ActorCafe.Queueing.Theory;

/// <summary>Customers of several ranks: the waiting one of the highest rank is served next, and no service is interrupted.</summary>
/// <remarks>
/// A. Cobham, "Priority assignment in waiting line problems", Operations Research 2 (1954); for several servers O. Kella and U. Yechiali, "Waiting times in the
/// non-preemptive priority M/M/c queue", Stochastic Models 1 (1985); Gross and Harris (Wiley, 3rd edition 1998), 3.4. Rank k waits W0 / ((1 - s(k - 1)) (1 -
/// s(k))), where s(k) is the load of the ranks down to k. W0 is the mean time until a server becomes free for a customer who finds all busy, times the
/// probability of that.
/// </remarks>
internal static class Priorities
{
    /// <summary>The mean wait of each rank in seconds, highest first, with the same exponential service for all (M/M/c).</summary>
    /// <param name="servers">The number of servers, 1 or more.</param>
    /// <param name="gaps">Mean inter-arrival time of each rank in seconds, highest first.</param>
    /// <param name="service">Mean service time in seconds, of any rank, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range, or there is no steady state.</exception>
    public static double[] MeanWaits(int servers, IReadOnlyList<double> gaps, double service)
    {
        var loads = gaps.Select(gap => Load.Of(gap, service)).ToArray();
        var waiting = ErlangC.WaitingProbability(servers, loads.Sum());
        return Shared(waiting * service / servers, [.. loads.Select(load => load / servers)]);
    }

    /// <summary>The mean wait of each rank in seconds, highest first, at one server with any service times (M/G/1).</summary>
    /// <param name="ranks">
    /// Mean inter-arrival time, and mean and variance of the service time, of each rank, highest first, in seconds. Service may take no time.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range, or there is no steady state.</exception>
    public static double[] MeanWaits(params IReadOnlyList<(double Gap, double Service, double Variance)> ranks)
    {
        var loads = ranks.Select(rank => Require.NotNegative(rank.Service) / Require.Positive(rank.Gap)).ToArray();
        Load.Steady(1, loads.Sum());
        var residual = ranks.Sum(rank => ((rank.Service * rank.Service) + Require.NotNegative(rank.Variance)) / rank.Gap) / 2;
        return Shared(residual, loads);
    }

    private static double[] Shared(double residual, double[] loads)
    {
        var above = 0.0;
        return
        [
            .. loads.Select(load =>
            {
                var wait = residual / ((1 - above) * (1 - above - load));
                above += load;
                return wait;
            }),
        ];
    }
}
