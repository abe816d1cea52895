namespace ActorCafe.Queueing.Theory;

/// <summary>A station of a queueing network: servers with one queue.</summary>
/// <param name="Visits">Mean number of visits per customer, above 0. A step repeated with probability p counts 1 / (1 - p) times.</param>
/// <param name="Service">Mean service time of a visit in seconds, above 0.</param>
/// <param name="Servers">The number of servers, 1 or more.</param>
internal sealed record Station(double Visits, double Service, int Servers)
{
    /// <summary>The service demand: a customer's mean total service time at the station, in seconds.</summary>
    public double Demand => Visits * Service;

    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    internal Station Checked()
    {
        Require.Positive(Visits);
        Require.Positive(Service);
        ArgumentOutOfRangeException.ThrowIfLessThan(Servers, 1);
        return this;
    }
}

/// <summary>Long-run means of a station.</summary>
/// <param name="Utilisation">The share of the servers' time spent in service.</param>
/// <param name="Wait">Mean waiting time per visit, in seconds.</param>
/// <param name="QueueLength">Mean number of waiting customers.</param>
internal sealed record StationMeans(double Utilisation, double Wait, double QueueLength);

/// <summary>Long-run means of a network.</summary>
/// <param name="Throughput">Customers served per second.</param>
/// <param name="Response">Mean time that a customer spends at all stations together, in seconds.</param>
/// <param name="Stations">The stations, in the order given.</param>
internal sealed record NetworkMeans(double Throughput, double Response, IReadOnlyList<StationMeans> Stations);
