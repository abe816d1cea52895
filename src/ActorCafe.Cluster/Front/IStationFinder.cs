using Akka.Actor;

namespace ActorCafe.Cluster.Front;

/// <summary>Tells a remote worker which station is its own.</summary>
internal interface IStationFinder
{
    /// <summary>The way to the worker's station, and the number it is known by; null: it has none of its own.</summary>
    (ICanTell Way, int? Number) StationOf(IActorRef worker);
}

/// <summary>A station that has made itself known.</summary>
internal sealed class OneStation(IActorRef station) : IStationFinder
{
    public (ICanTell Way, int? Number) StationOf(IActorRef worker) => (station, null);
}
