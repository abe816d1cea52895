namespace ActorCafe.Validation.Tests.Formulas;

/// <summary>Servers with one queue, from which customers go when an exponential patience ends, M/M/c+M.</summary>
/// <remarks>
/// C. Palm, "Methods of judging the annoyance caused by congestion", Tele 4 (1953); Garnett, Mandelbaum and Reiman, "Designing
/// a call center with impatient customers", Manufacturing and Service Operations Management 4 (2002); Mandelbaum and Zeltyn,
/// "Service engineering in action: the Palm/Erlang-A queue, with applications to call centers" (2007). There is a steady state at any load.
/// </remarks>
public static class ErlangA
{
    /// <summary>The share of customers who go before their service begins: rate of going / rate of coming.</summary>
    /// <param name="servers">1 or more.</param>
    /// <param name="gap">Mean seconds between customers.</param>
    /// <param name="service">Mean seconds of service.</param>
    /// <param name="patience">Mean seconds that a customer is willing to wait.</param>
    public static double AbandonProbability(int servers, double gap, double service, double patience) =>
        BirthDeath.Average(Sizes(servers, gap, service, patience), size => Math.Max(0, size - servers)) * gap / patience;

    /// <summary>The mean wait of those whose service began, in seconds; of some it is 0.</summary>
    /// <remarks>
    /// Of k waiting ahead, the servers take and impatience loses one at the rate c / service + k / patience, while one's own
    /// patience ends at the rate 1 / patience: each move up lasts an exponential time of the sum of both rates, however it ends,
    /// and the chances that it does not end by one's own patience multiply to that of being served.
    /// </remarks>
    public static double MeanWaitOfServed(int servers, double gap, double service, double patience)
    {
        var sizes = Sizes(servers, gap, service, patience);
        var (served, waited) = (0.0, 0.0);
        var (reaches, moves) = (1.0, 0.0);
        for (var size = 0; size < sizes.Length; size++)
        {
            if (size >= servers)
            {
                var ahead = (servers / service) + ((size - servers) / patience);
                var any = ahead + (1 / patience);
                reaches *= ahead / any;
                moves += 1 / any;
            }
            served += sizes[size] * reaches;
            waited += sizes[size] * reaches * moves;
        }
        return waited / served;
    }

    private static double[] Sizes(int servers, double gap, double service, double patience)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(servers, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(gap);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(service);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(patience);
        return BirthDeath.Probabilities(
            _ => 1 / gap,
            size => (Math.Min(size, servers) / service) + (Math.Max(0, size - servers) / patience));
    }
}
