namespace ActorCafe.Queueing.Theory;

/// <summary>What a shop can do at most: its slowest station sets the pace, whatever the distributions are.</summary>
/// <remarks>
/// P. J. Denning and J. P. Buzen, "The operational analysis of queueing network models", ACM Computing Surveys 10 (1978). A
/// station's demand is here all that an order keeps one of its servers for.
/// </remarks>
public static class BottleneckLaw
{
    /// <summary>Orders a second that get through when customers never stop coming: the least of servers / demand.</summary>
    /// <param name="stations">One or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no station, or one has a value out of its range.</exception>
    public static double Capacity(params IReadOnlyList<Station> stations)
    {
        ArgumentOutOfRangeException.ThrowIfZero(stations.Count);
        return stations.Min(station => station.Servers / station.Checked().Demand);
    }

    /// <summary>
    /// Orders a second that at most get through with a fixed number of customers who think: with few of them each goes round
    /// without waiting, with many the bottleneck never rests.
    /// </summary>
    /// <param name="population">1 or more.</param>
    /// <param name="think">Mean seconds of thinking, 0 or above.</param>
    /// <param name="stations">One or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public static double MostThroughput(int population, double think, params IReadOnlyList<Station> stations)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(population, 1);
        return Math.Min(Capacity(stations), population / (Require.NotNegative(think) + stations.Sum(station => station.Demand)));
    }
}
