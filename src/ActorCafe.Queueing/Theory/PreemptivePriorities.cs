namespace ActorCafe.Queueing.Theory;

/// <summary>
/// Customers of several ranks: one who arrives interrupts the service of a lower rank, which is resumed later where it was left (preemptive resume).
/// </summary>
/// <remarks>
/// One server: H. White and L. S. Christie, "Queuing with preemptive priorities or with breakdown", Operations Research 6 (1958); Kleinrock, Queueing Systems II
/// (Wiley 1976), 3.4; Gross and Harris (Wiley, 3rd edition 1998), 3.4. Several servers: J. P. Buzen and A. B. Bondi, "The response times of priority classes
/// under preemptive resume in M/M/m queues", Operations Research 31 (1983): the ranks down to k are an M/M/c of their own.
/// </remarks>
internal static class PreemptivePriorities
{
    /// <summary>The means of each rank, highest first, with the same exponential service for all (M/M/c).</summary>
    /// <remarks>
    /// A customer of rank k who finds n of the ranks down to k starts when n - c + 1 of them have left, less the higher ones who come meanwhile. Each step down
    /// is a busy period of the higher ranks at c servers, of mean 1 / (c / service - rate of the higher ranks).
    /// </remarks>
    /// <param name="servers">The number of servers, 1 or more.</param>
    /// <param name="gaps">Mean inter-arrival time of each rank in seconds, highest first.</param>
    /// <param name="service">Mean service time in seconds, of any rank, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range, or there is no steady state.</exception>
    public static RankMeans[] Means(int servers, IReadOnlyList<double> gaps, double service)
    {
        Load.Steady(servers, gaps.Sum(gap => Load.Of(gap, service)));
        var (rate, inside) = (0.0, 0.0);
        return
        [
            .. gaps.Select(gap =>
            {
                var higher = rate;
                rate += 1 / gap;
                var load = rate * service;
                var ahead = ErlangC.WaitingProbability(servers, load) * servers / (servers - load);
                var before = inside;
                inside = rate * ErlangC.MeanResponse(servers, 1 / rate, service);
                return new RankMeans(ahead * service / (servers - (higher * service)), (inside - before) * gap);
            }),
        ];
    }

    /// <summary>The means of each rank, highest first, at one server with any service times (M/G/1).</summary>
    /// <param name="ranks">
    /// Mean inter-arrival time, and mean and variance of the service time, of each rank, highest first, in seconds. Service may take no time.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range, or there is no steady state.</exception>
    public static RankMeans[] Means(params IReadOnlyList<(double Gap, double Service, double Variance)> ranks)
    {
        Load.Steady(1, ranks.Sum(rank => Require.NotNegative(rank.Service) / Require.Positive(rank.Gap)));
        var (above, residual) = (0.0, 0.0);
        return
        [
            .. ranks.Select(rank =>
            {
                var free = 1 - above;
                above += rank.Service / rank.Gap;
                residual += ((rank.Service * rank.Service) + Require.NotNegative(rank.Variance)) / (2 * rank.Gap);
                var wait = residual / (free * (1 - above));
                return new RankMeans(wait, wait + (rank.Service / free));
            }),
        ];
    }
}

/// <summary>Long-run means of a rank.</summary>
/// <param name="Wait">Mean seconds from arrival to the first start of service.</param>
/// <param name="Response">Mean seconds from arrival to departure.</param>
internal sealed record RankMeans(double Wait, double Response);
