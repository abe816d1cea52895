namespace ActorCafe.Queueing.Theory;

/// <summary>The M^[X]/M/1 queue: one exponential server and customers who arrive in batches of a fixed size.</summary>
/// <remarks>Gross and Harris, Fundamentals of Queueing Theory (Wiley, 3rd edition 1998), 3.1; Kleinrock I (1975), 4.5.</remarks>
internal static class BatchArrivals
{
    /// <summary>The mean wait before service over all customers, in seconds.</summary>
    /// <param name="size">Customers per batch, 1 or more.</param>
    /// <param name="gap">Mean time between batches in seconds, above size x service; batches arrive as a Poisson process.</param>
    /// <param name="service">Mean service time in seconds, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range, or there is no steady state.</exception>
    public static double MeanWait(int size, double gap, double service)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var load = Load.Steady(1, Require.Positive(gap) / size, service);
        var inside = load * (1.0 + size) / (2 * (1 - load));
        return (inside * gap / size) - service;
    }
}
