using Akka.Actor;
using Akka.Cluster.Sharding;

namespace ActorCafe.Cluster.Kitchen;

/// <summary>The way to a sharded station, wherever it stands.</summary>
/// <param name="region">The shard region of its stage, or a proxy to it.</param>
/// <param name="name">The station's name.</param>
internal sealed class StationAtShard(IActorRef region, string name) : ICanTell
{
    public void Tell(object message, IActorRef sender) => region.Tell(new ShardingEnvelope(name, message), sender);
}
