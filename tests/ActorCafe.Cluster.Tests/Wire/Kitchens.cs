using ActorCafe.Cluster.Kitchen;
using ActorCafe.Cluster.Wire;
using Akka.Actor;
using Akka.Configuration;

namespace ActorCafe.Cluster.Tests.Wire;

/// <summary>One of each kitchen message, and the serializer.</summary>
internal static class Kitchens
{
    private static readonly Assignment Assignment = new(-1_234_567_890, 42);

    public static KitchenMessage[] Messages { get; } =
    [
        new KitchenMessage.Serve(Assignment, 7, "flat white", 3, 1, TimeSpan.FromSeconds(3), "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
        new KitchenMessage.Serve(Assignment, long.MaxValue, "café ☕", 0, 0, TimeSpan.Zero, null),
        new KitchenMessage.Thanks(Assignment),
        new KitchenMessage.WhoIsThere(int.MinValue),
        new KitchenMessage.Here("machine-3", long.MinValue, Assignment),
        new KitchenMessage.Here("", 5, null),
        new KitchenMessage.Taken(Assignment),
        new KitchenMessage.Served(Assignment, 7, 4, 0, TimeSpan.FromTicks(301_234_567)),
        new KitchenMessage.GivenBack(Assignment, "the machine is closing"),
        new KitchenMessage.Closed("machine-3"),
    ];

    /// <summary>An actor system without remoting, for the serializer alone.</summary>
    public static ActorSystem System() => ActorSystem.Create("kitchen", ConfigurationFactory.ParseString("akka { loglevel = off, stdout-loglevel = off }"));

    public static KitchenSerializer Serializer(ActorSystem system) => new((ExtendedActorSystem)system);
}
