using ActorCafe.Cluster.Hosts;
using ActorCafe.Cluster.Wire;
using Akka.Actor;
using Akka.Configuration;

namespace ActorCafe.Cluster.Tests.Wire;

/// <summary>Samples of every host message, and their serializer.</summary>
internal static class SampleHostMessages
{
    private static readonly Assignment Assignment = new(-1_234_567_890, 42);

    public static HostMessage[] Messages { get; } =
    [
        new HostMessage.Serve(Assignment, 7, "flat white", 3, 1, TimeSpan.FromSeconds(3), "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
        new HostMessage.Serve(Assignment, long.MaxValue, "café ☕", 0, 0, TimeSpan.Zero, null),
        new HostMessage.ServedAcknowledged(Assignment),
        new HostMessage.Locate(int.MinValue),
        new HostMessage.Located("machine-3", long.MinValue, Assignment),
        new HostMessage.Located("", 5, null),
        new HostMessage.Taken(Assignment),
        new HostMessage.Served(Assignment, 7, 4, 0, TimeSpan.FromTicks(301_234_567)),
        new HostMessage.GivenBack(Assignment, "the machine is closing"),
        new HostMessage.Closed("machine-3"),
    ];

    /// <summary>Creates an actor system without remoting, which is enough for a serializer.</summary>
    public static ActorSystem System() => ActorSystem.Create("kitchen", ConfigurationFactory.ParseString("akka { loglevel = off, stdout-loglevel = off }"));

    public static HostMessageSerializer Serializer(ActorSystem system) => new((ExtendedActorSystem)system);
}
