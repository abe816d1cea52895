namespace ActorCafe.Queueing.Theory;

/// <summary>
/// An open network: customers arrive as a Poisson process, go from station to station, at random or by a recipe of their own, and may return to one. Each station has
/// one queue and exponential service, the same for every customer.
/// </summary>
/// <remarks>
/// J. R. Jackson, "Networks of waiting lines", Operations Research 5 (1957): every station is as full as an M/M/c on its own; P. J. Burke, "The output of a
/// queuing system", Operations Research 4 (1956): if no customer returns, they even arrive as a Poisson process. For customers of several kinds (drinks) with
/// routes of their own: Baskett, Chandy, Muntz and Palacios, "Open, closed, and mixed networks of queues with different classes of customers", Journal of the
/// ACM 22 (1975). Kleinrock I (1975), 4.8.
/// </remarks>
internal static class JacksonNetwork
{
    /// <summary>The long-run means.</summary>
    /// <param name="gap">Mean inter-arrival time from outside in seconds, above 0.</param>
    /// <param name="stations">The stations; visits are means over the kinds of customers.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range, or a station has no steady state.</exception>
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
