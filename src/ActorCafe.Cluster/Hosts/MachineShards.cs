using System.Globalization;
using ActorCafe.Cluster.Settings;
using ActorCafe.Shop.Settings;
using Akka.Actor;
using Akka.Cluster.Sharding;

namespace ActorCafe.Cluster.Hosts;

/// <summary>
/// The coffee machines of a stage as sharded entities <c>machine-1</c>, <c>machine-2</c>, ... Each runs on one node of role
/// <c>machine</c>, and on another one if that node is lost.
/// </summary>
internal static class MachineShards
{
    /// <summary>
    /// The same on every node, whatever its pool sizes: two regions that disagree about a machine's shard forward its messages to each other without end.
    /// More shards would cost the coordinator more than the finer balance gains.
    /// </summary>
    private const int Shards = 256;

    /// <summary>The name of a machine.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="number">The machine's number, from 1.</param>
    public static string NameOf(StageSettings stage, int number) => string.Create(CultureInfo.InvariantCulture, $"{stage.Name}-{number}");

    /// <summary>The names of all machines of a shop.</summary>
    public static IEnumerable<string> NamesOf(ShopSettings shop) => shop.Stages.Where(stage => stage.Is == WorkerKind.Machine)
        .SelectMany(stage => Enumerable.Range(1, stage.Workers).Select(number => NameOf(stage, number)));

    /// <summary>Starts the shard region of a stage on a node that hosts machines.</summary>
    public static IActorRef Start(ActorSystem system, StageSettings stage)
    {
        var sharding = ClusterSharding.Get(system);
        return sharding.Start(
            stage.Name,
            name => WorkerHost.Props(stage.Name, name),
            ClusterShardingSettings.Create(system).WithRole(RoleNames.Machine),
            new ByNumber(stage),
            // Balances to within one machine in a single round; many small rounds would move machines for minutes.
            ShardAllocationStrategy.LeastShardAllocationStrategy(absoluteLimit: Shards, relativeLimit: 1.0),
            PoisonPill.Instance);
    }

    /// <summary>Starts the proxy to a stage's machines on a node that hosts none.</summary>
    public static IActorRef StartProxy(ActorSystem system, StageSettings stage) =>
        ClusterSharding.Get(system).StartProxy(stage.Name, RoleNames.Machine, new ByNumber(stage));

    /// <summary>Assigns machines to shards by number. A hash could spread four machines over two nodes as three and one.</summary>
    private sealed class ByNumber(StageSettings stage) : HashCodeMessageExtractor(Shards)
    {
        private readonly string _prefix = stage.Name + "-";

        // Every message to a machine is in an envelope, which sharding opens itself.
        public override string? EntityId(object message) => null;

        public override string ShardId(string entityId, object? messageHint = null) =>
            entityId.StartsWith(_prefix, StringComparison.Ordinal)
            && int.TryParse(entityId.AsSpan(_prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? ((number - 1) % Shards).ToString(CultureInfo.InvariantCulture)
                : "0";
    }
}
