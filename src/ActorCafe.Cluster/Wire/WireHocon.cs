using ActorCafe.Cluster.Hosts;
using ActorCafe.Cluster.Sweeping;
using ActorCafe.Cluster.Wire.Remoting;

namespace ActorCafe.Cluster.Wire;

/// <summary>
/// What a node's configuration needs for the wire. Laid over everything else, so that no file of a shop opens the port again.
/// Nodes must agree on it: a node without it sends what others refuse.
/// </summary>
public static class WireHocon
{
    /// <summary>
    /// Our serializers, and guards in the place of those of Akka's that make objects of a type the bytes name. What has no binding
    /// of its own falls to <c>json</c>, and so is refused when it is sent.
    /// </summary>
    public static string Text { get; } = $$"""
        akka.actor {
          serializers {
            json = "{{NameOf<RefusingSerializer>()}}"
            proto = "{{NameOf<RefusingProtobufSerializer>()}}"
            daemon-create = "{{NameOf<GuardedDeploymentSerializer>()}}"
            akka-misc = "{{NameOf<GuardedMiscMessageSerializer>()}}"
            akka-system-msg = "{{NameOf<GuardedSystemMessageSerializer>()}}"
            kitchen = "{{NameOf<KitchenSerializer>()}}"
            sweep = "{{NameOf<SweepSerializer>()}}"
          }
          serialization-bindings {
            "System.Object" = json
            "Google.Protobuf.IMessage, Google.Protobuf" = proto
            "Akka.Remote.DaemonMsgCreate, Akka.Remote" = daemon-create
            "{{NameOf<HostMessage>()}}" = kitchen
            "{{NameOf<SweepMessage>()}}" = sweep
          }
          serialization-identifiers {
            "{{NameOf<KitchenSerializer>()}}" = {{KitchenSerializer.Id}}
            "{{NameOf<SweepSerializer>()}}" = {{SweepSerializer.Id}}
          }
        }
        """;

    private static string NameOf<T>() => $"{typeof(T).FullName}, {typeof(T).Assembly.GetName().Name}";
}
