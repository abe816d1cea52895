using System.Collections.Concurrent;
using ActorCafe.Cluster.Hosts;
using ActorCafe.Shop.Settings;
using Akka.Actor;
using Akka.Cluster.Sharding;

namespace ActorCafe.Cluster.Front;

/// <summary>Where the host of a worker is told something.</summary>
/// <param name="Way">The way there.</param>
/// <param name="Name">The host's name, for the log and the status.</param>
/// <param name="Number">The worker's number at its stage; null if it is given the next one.</param>
internal sealed record HostAddress(ICanTell Way, string Name, int? Number);

/// <summary>Gives each worker of a stage a sharded machine, numbered in the order of starting; a restarted worker keeps its number.</summary>
internal sealed class ShardedMachines(IActorRef region, StageSettings stage)
{
    private readonly ConcurrentDictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private int _last;

    public HostAddress HostOf(IActorRef worker)
    {
        var number = _numbers.GetOrAdd(worker.Path.Name, _ => Interlocked.Increment(ref _last));
        var name = MachineShards.NameOf(stage, number);
        return new(new ShardedMachine(region, name), name, number);
    }

    private sealed class ShardedMachine(IActorRef region, string name) : ICanTell
    {
        public void Tell(object message, IActorRef sender) => region.Tell(new ShardingEnvelope(name, message), sender);
    }
}
