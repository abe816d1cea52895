namespace ActorCafe.Queueing.Theory;

/// <summary>Servers with room for so many customers in all, who else leave at once, M/M/c/K.</summary>
/// <remarks>
/// Gross and Harris, Fundamentals of Queueing Theory (Wiley, 3rd edition 1998), 2.4; Kleinrock I (1975), 3.6, for c = 1. By
/// <see cref="ErlangB"/> up to all servers busy, and from there a geometric series.
/// </remarks>
public static class LimitedQueue
{
    private const double Negligible = 1e-20;

    /// <summary>The share of customers who find no room.</summary>
    /// <param name="servers">1 or more.</param>
    /// <param name="places">Customers that there is room for, those in service included; not below the servers.</param>
    /// <param name="gap">Mean seconds between customers, above 0.</param>
    /// <param name="service">Mean seconds of service, above 0; the load may be above the servers.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
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
        // Weights of sizes against that of all servers busy and nobody waiting, or, above saturation, against that of a full
        // house: always the side from which they fall.
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
