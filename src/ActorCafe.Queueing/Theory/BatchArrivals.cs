namespace ActorCafe.Queueing.Theory;

/// <summary>One exponential server whose customers come in groups of a fixed size, M^[X]/M/1.</summary>
/// <remarks>Gross and Harris, Fundamentals of Queueing Theory (Wiley, 3rd edition 1998), 3.1; Kleinrock I (1975), 4.5.</remarks>
public static class BatchArrivals
{
    /// <summary>The mean wait before service, of all customers, in seconds.</summary>
    /// <param name="size">Customers in a group, 1 or more.</param>
    /// <param name="gap">Mean seconds between groups, above size x service; groups come as a Poisson stream.</param>
    /// <param name="service">Mean seconds of service, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range, or there is no steady state.</exception>
    public static double MeanWait(int size, double gap, double service)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var load = Load.Steady(1, Require.Positive(gap) / size, service);
        var inside = load * (1.0 + size) / (2 * (1 - load));
        return (inside * gap / size) - service;
    }
}
