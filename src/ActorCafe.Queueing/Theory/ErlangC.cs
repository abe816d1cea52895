namespace ActorCafe.Queueing.Theory;

/// <summary>Erlang's delay formula for M/M/c: servers with one shared queue.</summary>
/// <remarks>
/// A. K. Erlang (1917, see <see cref="ErlangB"/>); Kleinrock, Queueing Systems I (Wiley 1975), 3.5; Gross and Harris,
/// Fundamentals of Queueing Theory (Wiley, 3rd edition 1998), 2.3.
/// </remarks>
internal static class ErlangC
{
    /// <summary>The probability that a customer has to wait.</summary>
    /// <param name="servers">The number of servers, 1 or more.</param>
    /// <param name="load">Offered load in erlangs: mean service time / mean inter-arrival time, above 0 and below the number of servers.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range, or there is no steady state.</exception>
    public static double WaitingProbability(int servers, double load)
    {
        var blocking = ErlangB.BlockingProbability(servers, Load.Steady(servers, load));
        // Not c - a (1 - B), which cancels near saturation.
        return servers * blocking / (servers - load + (load * blocking));
    }

    /// <summary>The mean wait before service over all customers, in seconds.</summary>
    /// <param name="servers">The number of servers, 1 or more.</param>
    /// <param name="gap">Mean inter-arrival time in seconds, above service / servers.</param>
    /// <param name="service">Mean service time in seconds, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range, or there is no steady state.</exception>
    public static double MeanWait(int servers, double gap, double service)
    {
        var load = Load.Steady(servers, gap, service);
        return WaitingProbability(servers, load) * service / (servers - load);
    }

    /// <summary>The mean time from arrival to departure, in seconds.</summary>
    /// <inheritdoc cref="MeanWait"/>
    public static double MeanResponse(int servers, double gap, double service) => MeanWait(servers, gap, service) + service;

    /// <summary>The mean number of waiting customers (Little's law).</summary>
    /// <inheritdoc cref="MeanWait"/>
    public static double MeanQueueLength(int servers, double gap, double service) => MeanWait(servers, gap, service) / gap;

    /// <summary>
    /// The mean number of waiting customers, of whom at most <paramref name="places"/> are counted: k or more wait with probability C (load / servers)^k.
    /// </summary>
    /// <param name="places">The most customers counted, 0 or more.</param>
    /// <inheritdoc cref="MeanWait"/>
    public static double MeanQueueLength(int servers, double gap, double service, int places)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(places);
        var ratio = Load.Steady(servers, gap, service) / servers;
        return MeanQueueLength(servers, gap, service) * -Precise.Expm1(places * Math.Log(ratio));
    }

    /// <summary>The share of customers who wait longer than <paramref name="seconds"/>. Customers who have to wait do so for an exponential time.</summary>
    /// <param name="seconds">0 or above.</param>
    /// <inheritdoc cref="MeanWait"/>
    public static double ShareWaitingLonger(int servers, double gap, double service, double seconds)
    {
        var load = Load.Steady(servers, gap, service);
        return WaitingProbability(servers, load) * Math.Exp(-Require.NotNegative(seconds) * (servers - load) / service);
    }

    /// <summary>The wait that a share <paramref name="p"/> of customers does not exceed, in seconds.</summary>
    /// <param name="p">0 or above, and below 1.</param>
    /// <inheritdoc cref="MeanWait"/>
    public static double WaitQuantile(int servers, double gap, double service, double p)
    {
        var load = Load.Steady(servers, gap, service);
        return ExponentialWait.Quantile(WaitingProbability(servers, load), service / (servers - load), p);
    }
}
