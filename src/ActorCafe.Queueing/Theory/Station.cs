namespace ActorCafe.Queueing.Theory;

/// <summary>A station of a network: servers with one queue.</summary>
/// <param name="Visits">How often a customer comes there, on average, above 0: doing it again with chance p makes 1 / (1 - p) of one visit.</param>
/// <param name="Service">Mean seconds of service of a visit, above 0.</param>
/// <param name="Servers">1 or more.</param>
public sealed record Station(double Visits, double Service, int Servers)
{
    /// <summary>The service demand: mean seconds of service that a customer needs there in all.</summary>
    public double Demand => Visits * Service;

    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    internal Station Checked()
    {
        Require.Positive(Visits);
        Require.Positive(Service);
        ArgumentOutOfRangeException.ThrowIfLessThan(Servers, 1);
        return this;
    }
}

/// <summary>What a station of a network is like in the long run.</summary>
/// <param name="Utilisation">The share of its servers' time spent in service.</param>
/// <param name="Wait">Mean seconds of waiting, a visit.</param>
/// <param name="QueueLength">Mean number waiting.</param>
public sealed record StationMeans(double Utilisation, double Wait, double QueueLength);

/// <summary>What a network is like in the long run.</summary>
/// <param name="Throughput">Customers a second that get through.</param>
/// <param name="Response">Mean seconds that a customer spends at all stations together.</param>
/// <param name="Stations">In the order given.</param>
public sealed record NetworkMeans(double Throughput, double Response, IReadOnlyList<StationMeans> Stations);
