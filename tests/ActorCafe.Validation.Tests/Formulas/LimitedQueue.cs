namespace ActorCafe.Validation.Tests.Formulas;

/// <summary>Servers with room for so many customers in all, who else leave at once, M/M/c/K.</summary>
/// <remarks>Gross and Harris, Fundamentals of Queueing Theory (Wiley, 3rd edition 1998), 2.4; Kleinrock I (1975), 3.6, for c = 1.</remarks>
public static class LimitedQueue
{
    /// <summary>The share of customers who find no room.</summary>
    /// <param name="servers">1 or more.</param>
    /// <param name="places">Customers that there is room for, those in service included; not below the servers.</param>
    /// <param name="gap">Mean seconds between customers.</param>
    /// <param name="service">Mean seconds of service; the load may be above the servers.</param>
    public static double BlockingProbability(int servers, int places, double gap, double service) =>
        Sizes(servers, places, gap, service)[places];

    /// <summary>The mean wait before service, in seconds, of those who found room (Little's law).</summary>
    public static double MeanWait(int servers, int places, double gap, double service)
    {
        var sizes = Sizes(servers, places, gap, service);
        return BirthDeath.Average(sizes, size => Math.Max(0, size - servers)) * gap / (1 - sizes[places]);
    }

    private static double[] Sizes(int servers, int places, double gap, double service)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(servers, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(places, servers);
        return BirthDeath.Probabilities(_ => 1 / gap, size => Math.Min(size, servers) / service, places);
    }
}
