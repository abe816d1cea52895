namespace ActorCafe.Queueing.Theory;

/// <summary>Servers with one queue, from which customers go when an exponential patience ends, M/M/c+M.</summary>
/// <remarks>
/// C. Palm, "Methods of judging the annoyance caused by congestion", Tele 4 (1953); Garnett, Mandelbaum and Reiman, "Designing
/// a call center with impatient customers", Manufacturing and Service Operations Management 4 (2002); Mandelbaum and Zeltyn,
/// "Service engineering in action: the Palm/Erlang-A queue, with applications to call centers" (2007). There is a steady state
/// at any load. The time it takes to compute grows with the longest queue that occurs.
/// </remarks>
public static class ErlangA
{
    /// <summary>The share of customers who go before their service begins: rate of going / rate of coming.</summary>
    /// <param name="servers">1 or more.</param>
    /// <param name="gap">Mean seconds between customers, above 0.</param>
    /// <param name="service">Mean seconds of service, above 0.</param>
    /// <param name="patience">Mean seconds that a customer is willing to wait, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public static double AbandonProbability(int servers, double gap, double service, double patience) =>
        MeanQueueLength(servers, gap, service, patience) * gap / patience;

    /// <summary>The mean number of waiting customers.</summary>
    /// <inheritdoc cref="AbandonProbability"/>
    public static double MeanQueueLength(int servers, double gap, double service, double patience) =>
        Averages(servers, gap, service, patience, size => Math.Max(0, size - servers))[0];

    /// <summary>The mean wait of those whose service began, in seconds; of some it is 0.</summary>
    /// <remarks>
    /// Of k waiting ahead, the servers take and impatience loses one at the rate c / service + k / patience, while one's own
    /// patience ends at the rate 1 / patience: each move up lasts an exponential time of the sum of both rates, however it ends,
    /// and the chances that it does not end by one's own patience multiply to that of being served.
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
