using Akka.Actor;
using Akka.Configuration;

namespace ActorCafe.Cluster.Wire;

/// <summary>Stands where Akka's serializer of generated protobuf types stood: that one too makes an object of whatever type is named.</summary>
public sealed class RefusingProtobufSerializer : RefusingSerializer
{
    public RefusingProtobufSerializer(ExtendedActorSystem system)
        : base(system)
    {
    }

    public RefusingProtobufSerializer(ExtendedActorSystem system, Config config)
        : base(system, config)
    {
    }

    public override int Identifier => 2;

    protected override string Format => "protobuf by type name";
}
