namespace ActorCafe.Queueing.Theory;

/// <summary>Two exponential servers in a row with limited room between them; customers never stop coming.</summary>
/// <remarks>
/// G. C. Hunt, "Sequential arrays of waiting lines", Operations Research 4 (1956): blocking after service. The size counts the customers whose first service is
/// done: in the second service, waiting, and one that the first server must keep. The first server works unless it keeps one.
/// </remarks>
internal static class BlockedTandem
{
    /// <summary>The throughput in customers per second.</summary>
    /// <param name="first">Mean first service time in seconds, above 0.</param>
    /// <param name="second">Mean second service time in seconds, above 0.</param>
    /// <param name="places">Waiting places between them, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public static double Throughput(double first, double second, int places) =>
        Average(first, second, places, size => size == 0 ? 0 : 1) / second;

    /// <summary>The share of time for which the first server is blocked: it keeps a customer for whom there is no room.</summary>
    /// <inheritdoc cref="Throughput"/>
    public static double Blocked(double first, double second, int places) =>
        Average(first, second, places, size => size == places + 2 ? 1 : 0);

    /// <summary>The mean number of customers waiting between the servers.</summary>
    /// <inheritdoc cref="Throughput"/>
    public static double MeanQueueLength(double first, double second, int places) =>
        Average(first, second, places, size => Math.Clamp(size - 1, 0, places));

    private static double Average(double first, double second, int places, Func<int, double> value)
    {
        Require.Positive(first);
        Require.Positive(second);
        ArgumentOutOfRangeException.ThrowIfNegative(places);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(places, int.MaxValue - 2);
        return BirthDeath.Averages(_ => 1 / first, _ => 1 / second, places + 2, value)[0];
    }
}
