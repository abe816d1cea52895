using System.Collections.Concurrent;
using ActorCafe.Cluster.Kitchen;
using ActorCafe.Shop.Settings;
using Akka.Actor;
using Akka.Cluster.Sharding;

namespace ActorCafe.Cluster.Front;

/// <summary>The sharded coffee machines of a stage: a routee each, numbered in the order of coming; a restarted one keeps its number.</summary>
internal sealed class CoffeeMachines(IActorRef region, StageSettings stage) : IStationFinder
{
    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private int _last;

    public (ICanTell Way, int? Number) StationOf(IActorRef worker)
    {
        var number = _numbers.GetOrAdd(worker.Path.Name, _ => Interlocked.Increment(ref _last));
        return (new AtShard(region, CoffeeMachineShards.NameOf(stage, number)), number);
    }

    /// <summary>The way to a machine, wherever it stands.</summary>
    private sealed class AtShard(IActorRef region, string machine) : ICanTell
    {
        public void Tell(object message, IActorRef sender) => region.Tell(new ShardingEnvelope(machine, message), sender);
    }
}
