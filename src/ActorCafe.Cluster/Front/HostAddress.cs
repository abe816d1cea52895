using System.Collections.Concurrent;
using ActorCafe.Cluster.Hosts;
using ActorCafe.Shop.Settings;
using Akka.Actor;
using Akka.Cluster.Sharding;

namespace ActorCafe.Cluster.Front;

/// <summary>The address of a worker's host.</summary>
/// <param name="Way">Receives the messages for the host.</param>
/// <param name="Name">The host's name, for the log and the status.</param>
/// <param name="Number">The worker's number at its stage; null: the next free one.</param>
internal sealed record HostAddress(ICanTell Way, string Name, int? Number);

/// <summary>Assigns a sharded machine to each worker of a stage, numbered in order of start. A restarted worker keeps its number.</summary>
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
