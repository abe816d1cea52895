using ActorCafe.Cluster.Settings;
using ActorCafe.Cluster.Sweeping;
using ActorCafe.Configuration;
using ActorCafe.Shop;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using Akka.Actor;

namespace ActorCafe.Node.Sweeping;

/// <summary>Runs the shops that a sweep sends: read strictly, from memory alone, in virtual or paced time.</summary>
internal static class SweepShopRunner
{
    // The sender receives the outcome; this node's log is about the café.
    private const string Silent = "akka { loggers = [], loglevel = off }\n";

    /// <summary>Starts a sweep worker on grinder and machine nodes, but not on a front, which serves customers.</summary>
    public static void StartOnWorkerNodes(ActorSystem system, NodeSettings node)
    {
        if (!node.Roles.Any(role => role is NodeRole.Grinder or NodeRole.Machine) || node.Roles.Contains(NodeRole.Front))
        {
            return;
        }

        var cluster = Akka.Cluster.Cluster.Get(system);
        bool IsSweep(Address address) => cluster.State.Members.Any(member => member.Address.Equals(address) && member.HasRole(RoleNames.Sweep));
        system.ActorOf(SweepWorker.Props(node.SweepParallel, RunAsync, IsSweep), SweepWorker.Name);
    }

    /// <exception cref="ShopFailedException">The shop cannot be read, or its run failed.</exception>
    public static Task<ShopResult> RunAsync(ShopText text, int replication, CancellationToken closing)
    {
        var shop = Read(text);
        return Simulation.RunAsync(shop.WithAkka(Silent), new RunOptions
        {
            FirstReplication = replication,
            Parallel = 1,
            CloseDoor = closing,
        });
    }

    private static ShopSettings Read(ShopText text)
    {
        try
        {
            var shop = ShopTextSerializer.Deserialize(text);
            return shop.Clock.Mode != ClockMode.Real ? shop : throw new ShopFailedException("a node does not simulate shops in real time");
        }
        catch (InputException wrong)
        {
            throw new ShopFailedException(wrong.Message, wrong);
        }
    }
}
