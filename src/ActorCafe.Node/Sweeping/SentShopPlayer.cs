using ActorCafe.Cluster.Settings;
using ActorCafe.Cluster.Sweeping;
using ActorCafe.Configuration;
using ActorCafe.Shop;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using Akka.Actor;

namespace ActorCafe.Node.Sweeping;

/// <summary>Plays what a sweep sends: read strictly, from memory alone, and in virtual or paced time.</summary>
internal static class SentShopPlayer
{
    // Whoever asked for it hears what came of it; this node's log is about the café.
    private const string Silent = "akka { loggers = [], loglevel = off }\n";

    /// <summary>Starts the helper of a node that has one: grinders and machines, but no front, which serves customers.</summary>
    public static void StartWhereItHelps(ActorSystem system, NodeSettings node)
    {
        if (!node.Roles.Any(role => role is NodeRole.Grinder or NodeRole.Machine) || node.Roles.Contains(NodeRole.Front))
        {
            return;
        }

        var cluster = Akka.Cluster.Cluster.Get(system);
        bool IsSweep(Address address) => cluster.State.Members.Any(member => member.Address.Equals(address) && member.HasRole(Roles.Sweep));
        system.ActorOf(SweepHelper.Props(node.SweepParallel, PlayAsync, IsSweep), SweepHelper.Name);
    }

    /// <exception cref="ShopFailedException">It can't be read, or not be brought to its end.</exception>
    public static Task<ShopResult> PlayAsync(ShopText text, int replication, CancellationToken closing)
    {
        var shop = Read(text);
        return Simulation.RunAsync(shop with { AkkaHocon = shop.AkkaHocon + Silent }, new RunOptions
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
            var shop = SentShop.Read(text);
            return shop.Clock.Mode != ClockMode.Real ? shop : throw new ShopFailedException("a node plays no shop in real time");
        }
        catch (InputException wrong)
        {
            throw new ShopFailedException(wrong.Message, wrong);
        }
    }
}
