namespace ActorCafe.Queueing.Theory;

/// <summary>The offered load, mean service / mean gap between customers, in erlangs: the workers that would be busy if there were enough.</summary>
internal static class Load
{
    /// <summary>The offered load.</summary>
    /// <param name="gap">Mean seconds between customers, above 0.</param>
    /// <param name="service">Mean seconds of service, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public static double Of(double gap, double service) => Require.Positive(service) / Require.Positive(gap);

    /// <summary>As <see cref="Of"/>, where it must be below the number of servers: from there on the queue grows without end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range, or there is no steady state.</exception>
    public static double Steady(int servers, double gap, double service) => Steady(servers, Of(gap, service));

    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range, or there is no steady state.</exception>
    public static double Steady(int servers, double load)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(servers, 1);
        return Require.Positive(load) < servers
            ? load
            : throw Require.Wrong(nameof(load), load, $"must be below the number of servers, {servers}: there is no steady state");
    }
}
