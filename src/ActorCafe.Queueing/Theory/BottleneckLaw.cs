namespace ActorCafe.Queueing.Theory;

/// <summary>The largest throughput of a shop, which its slowest station sets, whatever the distributions are.</summary>
/// <remarks>
/// P. J. Denning and J. P. Buzen, "The operational analysis of queueing network models", ACM Computing Surveys 10 (1978). A station's demand is here all the
/// time for which an order occupies one of its servers.
/// </remarks>
internal static class BottleneckLaw
{
    /// <summary>The throughput in orders per second when customers never stop coming: the least servers / demand of all stations.</summary>
    /// <param name="stations">The stations, one or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no station, or one has a value out of range.</exception>
    public static double Capacity(params IReadOnlyList<Station> stations)
    {
        ArgumentOutOfRangeException.ThrowIfZero(stations.Count);
        return stations.Min(station => station.Servers / station.Checked().Demand);
    }

    /// <summary>
    /// The largest throughput in orders per second with a fixed number of customers who think. Few customers go round without waiting; many keep the bottleneck
    /// busy all the time.
    /// </summary>
    /// <param name="population">The number of customers, 1 or more.</param>
    /// <param name="think">Mean think time in seconds, 0 or above.</param>
    /// <param name="stations">The stations, one or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public static double MostThroughput(int population, double think, params IReadOnlyList<Station> stations)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(population, 1);
        return Math.Min(Capacity(stations), population / (Require.NotNegative(think) + stations.Sum(station => station.Demand)));
    }
}
