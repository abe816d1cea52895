namespace ActorCafe.Queueing.Theory;

/// <summary>The M/M/c/K queue: servers with room for a limited number of customers. A customer who finds none leaves at once.</summary>
/// <remarks>
/// Gross and Harris, Fundamentals of Queueing Theory (Wiley, 3rd edition 1998), 2.4; Kleinrock I (1975), 3.6, for c = 1. Computed by <see cref="ErlangB"/> up
/// to all servers busy, and from there on as a geometric series.
/// </remarks>
internal static class LimitedQueue
{
    private const double Negligible = 1e-20;

    /// <summary>The share of customers who find no room.</summary>
    /// <param name="servers">The number of servers, 1 or more.</param>
    /// <param name="places">Customers that there is room for, including those in service; not below the number of servers.</param>
    /// <param name="gap">Mean inter-arrival time in seconds, above 0.</param>
    /// <param name="service">Mean service time in seconds, above 0; the load may exceed the number of servers.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public static double BlockingProbability(int servers, int places, double gap, double service) =>
        Solve(servers, places, gap, service).Full;

    /// <summary>The mean number of waiting customers.</summary>
    /// <inheritdoc cref="BlockingProbability"/>
    public static double MeanQueueLength(int servers, int places, double gap, double service) =>
        Solve(servers, places, gap, service).Waiting;

    /// <summary>The mean wait before service, in seconds, of those who found room (Little's law).</summary>
    /// <inheritdoc cref="BlockingProbability"/>
    public static double MeanWait(int servers, int places, double gap, double service)
    {
        var (full, waiting) = Solve(servers, places, gap, service);
        return waiting * gap / (1 - full);
    }

    private static (double Full, double Waiting) Solve(int servers, int places, double gap, double service)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(servers, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(places, servers);
        var load = Load.Of(gap, service);
        var queue = places - servers;
        var ratio = load / servers;
        // Weights are relative to the size with all servers busy and no customer waiting or, above saturation, to the full size: always the side from which
        // they fall.
        var below = 1 / ErlangB.BlockingProbability(servers, load);
        if (ratio > 1)
        {
            var (sum, gone, last) = Series(1 / ratio, queue);
            var total = 1 + sum - last + (last * below);
            return (1 / total, ((queue * (1 + sum)) - gone) / total);
        }
        else
        {
            var (sum, waiting, last) = Series(ratio, queue);
            return (last / (below + sum), waiting / (below + sum));
        }
    }

    /// <summary>The sums over i = 1 ... n of q^i and of i q^i, and q^n, for q up to 1.</summary>
    private static (double Sum, double Weighted, double Last) Series(double q, int n)
    {
        var (sum, weighted, power) = (0.0, 0.0, 1.0);
        for (var i = 1; i <= n; i++)
        {
            power *= q;
            if (power * i < Negligible * (1 - q))
            {
                return (sum, weighted, Math.Pow(q, n));
            }

            sum += power;
            weighted += i * power;
        }
        return (sum, weighted, power);
    }
}
