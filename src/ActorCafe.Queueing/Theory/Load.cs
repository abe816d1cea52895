namespace ActorCafe.Queueing.Theory;

/// <summary>Offered load in erlangs, mean service time / mean inter-arrival time: the mean number of servers that would be busy if there were enough.</summary>
internal static class Load
{
    /// <summary>The offered load at any number of servers.</summary>
    /// <param name="gap">Mean inter-arrival time in seconds, above 0.</param>
    /// <param name="service">Mean service time in seconds, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public static double Of(double gap, double service) => Require.Positive(service) / Require.Positive(gap);

    /// <summary>As <see cref="Of"/>, but it must be below the number of servers: otherwise the queue grows without end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range, or there is no steady state.</exception>
    public static double Steady(int servers, double gap, double service) => Steady(servers, Of(gap, service));

    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range, or there is no steady state.</exception>
    public static double Steady(int servers, double load)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(servers, 1);
        return Require.Positive(load) < servers
            ? load
            : throw Require.Wrong(nameof(load), load, $"must be below the number of servers, {servers}: there is no steady state");
    }
}
