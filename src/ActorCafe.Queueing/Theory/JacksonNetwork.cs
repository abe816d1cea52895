namespace ActorCafe.Queueing.Theory;

/// <summary>
/// Stations with one queue for all their servers and exponential services, the same for every customer, and a Poisson stream of
/// customers who go from one to the next, by chance or by a recipe of their own, and may come to one again.
/// </summary>
/// <remarks>
/// J. R. Jackson, "Networks of waiting lines", Operations Research 5 (1957): every station is as full as an M/M/c that stood alone;
/// P. J. Burke, "The output of a queuing system", Operations Research 4 (1956): without coming again its customers even come as
/// a Poisson stream. For customers of several kinds (drinks) with routes of their own: Baskett, Chandy, Muntz and Palacios, "Open,
/// closed, and mixed networks of queues with different classes of customers", Journal of the ACM 22 (1975). Kleinrock I (1975), 4.8.
/// </remarks>
public static class JacksonNetwork
{
    /// <summary>The long-run means.</summary>
    /// <param name="gap">Mean seconds between customers who come from outside, above 0.</param>
    /// <param name="stations">Visits are means over the kinds of customers.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range, or a station has no steady state.</exception>
    public static NetworkMeans Means(double gap, params IReadOnlyList<Station> stations)
    {
        Require.Positive(gap);
        var means = stations.Select(station => Means(gap / station.Checked().Visits, station)).ToArray();
        return new(1 / gap, stations.Zip(means, (station, mean) => station.Visits * (mean.Wait + station.Service)).Sum(), means);
    }

    private static StationMeans Means(double gap, Station station)
    {
        var wait = ErlangC.MeanWait(station.Servers, gap, station.Service);
        return new(station.Service / gap / station.Servers, wait, wait / gap);
    }
}
