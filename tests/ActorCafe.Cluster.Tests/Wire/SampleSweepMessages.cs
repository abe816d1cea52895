using ActorCafe.Cluster.Sweeping;
using ActorCafe.Cluster.Wire;
using ActorCafe.Shop.Settings;
using Akka.Actor;

namespace ActorCafe.Cluster.Tests.Wire;

/// <summary>Samples of every sweep message, and their serializer.</summary>
internal static class SampleSweepMessages
{
    public static SweepMessage[] Messages { get; } =
    [
        new SweepMessage.PollCapacity(0),
        new SweepMessage.PollCapacity(int.MaxValue),
        new SweepMessage.CapacityReport(7, 2, "actorcafe 0.1.0 on .NET 10.0, linux-x64", [3, long.MaxValue]),
        new SweepMessage.CapacityReport(0, 0, "", []),
        new SweepMessage.RunReplication(1, 3, new ShopText("{ cafe { name = \"café ☕\" } }", [new("../orders.csv", [0x74, 0x00, 0xff]), new("empty", [])])),
        new SweepMessage.ReplicationCompleted(long.MaxValue, [.. "{}"u8]),
        new SweepMessage.ReplicationFailed(1, "deadlock: 2 order(s) are still inside"),
    ];

    public static SweepSerializer Serializer(ActorSystem system) => new((ExtendedActorSystem)system);
}
