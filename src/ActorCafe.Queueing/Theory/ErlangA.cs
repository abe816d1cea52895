namespace ActorCafe.Queueing.Theory;

/// <summary>The M/M/c+M queue: servers with one queue, which customers leave when an exponential patience ends.</summary>
/// <remarks>
/// C. Palm, "Methods of judging the annoyance caused by congestion", Tele 4 (1953); Garnett, Mandelbaum and Reiman, "Designing a call center with impatient
/// customers", Manufacturing and Service Operations Management 4 (2002); Mandelbaum and Zeltyn, "Service engineering in action: the Palm/Erlang-A queue, with
/// applications to call centers" (2007). There is a steady state at any load. Computing time grows with the longest queue that occurs.
/// </remarks>
internal static class ErlangA
{
    /// <summary>The share of customers who renege: rate of reneging / arrival rate.</summary>
    /// <param name="servers">The number of servers, 1 or more.</param>
    /// <param name="gap">Mean inter-arrival time in seconds, above 0.</param>
    /// <param name="service">Mean service time in seconds, above 0.</param>
    /// <param name="patience">Mean patience in seconds, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public static double AbandonProbability(int servers, double gap, double service, double patience) =>
        MeanQueueLength(servers, gap, service, patience) * gap / patience;

    /// <summary>The mean number of waiting customers.</summary>
    /// <inheritdoc cref="AbandonProbability"/>
    public static double MeanQueueLength(int servers, double gap, double service, double patience) =>
        Averages(servers, gap, service, patience, size => Math.Max(0, size - servers))[0];

    /// <summary>The mean wait of customers whose service began, in seconds, including those who did not wait.</summary>
    /// <remarks>
    /// With k customers waiting ahead, service and reneging remove one of them at the rate c / service + k / patience, and one's own patience ends at the rate
    /// 1 / patience. Each move up takes an exponential time of the sum of both rates, however it ends. The probabilities that it does not end by one's own
    /// patience multiply to the probability of being served.
    /// </remarks>
    /// <inheritdoc cref="AbandonProbability"/>
    public static double MeanWaitOfServed(int servers, double gap, double service, double patience)
    {
        var (reaches, moves) = (1.0, 0.0);
        double Reaches(int size)
        {
            if (size >= servers)
            {
                var ahead = (servers / service) + ((size - servers) / patience);
                var any = ahead + (1 / patience);
                reaches *= ahead / any;
                moves += 1 / any;
            }
            return reaches;
        }

        var averages = Averages(servers, gap, service, patience, Reaches, _ => reaches * moves);
        return averages[1] / averages[0];
    }

    private static double[] Averages(int servers, double gap, double service, double patience, params Func<int, double>[] values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(servers, 1);
        Load.Of(gap, service);
        Require.Positive(patience);
        return BirthDeath.Averages(
            _ => 1 / gap,
            size => (Math.Min(size, servers) / service) + (Math.Max(0, size - servers) / patience),
            null,
            values);
    }
}
