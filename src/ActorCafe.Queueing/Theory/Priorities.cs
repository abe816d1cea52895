namespace ActorCafe.Queueing.Theory;

/// <summary>Customers of several ranks: the highest waiting one is served next, nobody's service is broken off.</summary>
/// <remarks>
/// A. Cobham, "Priority assignment in waiting line problems", Operations Research 2 (1954); for several servers O. Kella and
/// U. Yechiali, "Waiting times in the non-preemptive priority M/M/c queue", Stochastic Models 1 (1985); Gross and Harris (Wiley,
/// 3rd edition 1998), 3.4: rank k waits W0 / ((1 - s(k - 1)) (1 - s(k))), where s(k) is the load of the ranks down to k, and
/// W0 the mean time until a server comes free for one who finds all busy, times the chance of that.
/// </remarks>
public static class Priorities
{
    /// <summary>The mean wait of each rank in seconds, the highest first, with one exponential service for all, M/M/c.</summary>
    /// <param name="servers">1 or more.</param>
    /// <param name="gaps">Mean seconds between customers of each rank, the highest first.</param>
    /// <param name="service">Mean seconds of service, of any rank, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range, or there is no steady state.</exception>
    public static double[] MeanWaits(int servers, IReadOnlyList<double> gaps, double service)
    {
        var loads = gaps.Select(gap => Load.Of(gap, service)).ToArray();
        var waiting = ErlangC.WaitingProbability(servers, loads.Sum());
        return Shared(waiting * service / servers, [.. loads.Select(load => load / servers)]);
    }

    /// <summary>The mean wait of each rank in seconds, the highest first, at one server with any service times, M/G/1.</summary>
    /// <param name="ranks">Mean seconds between customers, mean and variance of their service, the highest rank first; of some ranks it may take no time.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range, or there is no steady state.</exception>
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
