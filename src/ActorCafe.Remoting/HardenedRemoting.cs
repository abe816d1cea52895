using ActorCafe.Remoting.Serialization;
using Akka.Util;

namespace ActorCafe.Remoting;

/// <summary>
/// The configuration that closes Akka.Remote to strangers. Use it as the topmost layer, so that no other file reopens the port. All
/// nodes of a cluster need it: a node without it sends what the others refuse.
/// </summary>
internal static class HardenedRemoting
{
    /// <summary>
    /// Replaces those of Akka's serializers that create objects of a type named by the bytes. A message without a binding of its own
    /// falls to <c>json</c>, and so is refused when it is sent.
    /// </summary>
    public static string Hocon { get; } = $$"""
        akka.actor {
          serializers {
            json = "{{typeof(RefusingSerializer).TypeQualifiedName()}}"
            proto = "{{typeof(RefusingProtobufSerializer).TypeQualifiedName()}}"
            daemon-create = "{{typeof(GuardedDeploymentSerializer).TypeQualifiedName()}}"
            akka-misc = "{{typeof(GuardedMiscMessageSerializer).TypeQualifiedName()}}"
            akka-system-msg = "{{typeof(GuardedSystemMessageSerializer).TypeQualifiedName()}}"
          }
          serialization-bindings {
            "System.Object" = json
            "Google.Protobuf.IMessage, Google.Protobuf" = proto
            "Akka.Remote.DaemonMsgCreate, Akka.Remote" = daemon-create
          }
        }

        """;

    /// <summary>Registers a serializer of our own, for the messages that it is made for.</summary>
    /// <typeparam name="TSerializer">The serializer.</typeparam>
    /// <typeparam name="TMessage">The messages' common base.</typeparam>
    /// <param name="name">Its name in the configuration.</param>
    /// <param name="identifier">Its number on the wire.</param>
    public static string Serializer<TSerializer, TMessage>(string name, int identifier)
        where TSerializer : StrictSerializer<TMessage>
        where TMessage : class => $$"""
        akka.actor {
          serializers.{{name}} = "{{typeof(TSerializer).TypeQualifiedName()}}"
          serialization-bindings."{{typeof(TMessage).TypeQualifiedName()}}" = {{name}}
          serialization-identifiers."{{typeof(TSerializer).TypeQualifiedName()}}" = {{identifier}}
        }

        """;
}
