namespace ActorCafe.Validation.Tests.Formulas;

/// <summary>Erlang's delay formula: servers with one queue for all, M/M/c.</summary>
/// <remarks>
/// A. K. Erlang (1917, see <see cref="ErlangB"/>); Kleinrock, Queueing Systems I (Wiley 1975), 3.5; Gross and Harris,
/// Fundamentals of Queueing Theory (Wiley, 3rd edition 1998), 2.3.
/// </remarks>
public static class ErlangC
{
    /// <summary>The share of customers who have to wait.</summary>
    /// <param name="servers">1 or more.</param>
    /// <param name="load">Offered: mean service / mean gap, in erlangs, below the number of servers.</param>
    public static double WaitingProbability(int servers, double load)
    {
        ThrowUnlessSteady(servers, load);
        var blocking = ErlangB.BlockingProbability(servers, load);
        return servers * blocking / (servers - (load * (1 - blocking)));
    }

    /// <summary>The mean wait before service, of all customers, in seconds.</summary>
    /// <param name="servers">1 or more.</param>
    /// <param name="gap">Mean seconds between customers.</param>
    /// <param name="service">Mean seconds of service.</param>
    public static double MeanWait(int servers, double gap, double service) =>
        WaitingProbability(servers, service / gap) * service / (servers - (service / gap));

    /// <summary>The mean time from coming to leaving, in seconds.</summary>
    public static double MeanResponse(int servers, double gap, double service) => MeanWait(servers, gap, service) + service;

    /// <summary>The mean number of waiting customers (Little's law).</summary>
    public static double MeanQueueLength(int servers, double gap, double service) => MeanWait(servers, gap, service) / gap;

    /// <summary>The wait that this share of customers does not exceed, in seconds: those who wait, wait an exponential time.</summary>
    /// <param name="p">From 0, below 1.</param>
    public static double WaitQuantile(int servers, double gap, double service, double p)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(p);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(p, 1);
        var waiting = WaitingProbability(servers, service / gap);
        return 1 - p >= waiting ? 0 : Math.Log(waiting / (1 - p)) * service / (servers - (service / gap));
    }

    internal static void ThrowUnlessSteady(int servers, double load)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(servers, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(load);
        // At a load of the servers and above the queue grows without end.
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(load, servers);
    }
}
