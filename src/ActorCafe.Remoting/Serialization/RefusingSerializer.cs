using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Configuration;
using Akka.Serialization;

namespace ActorCafe.Remoting.Serialization;

/// <summary>
/// Replaces Akka's JSON serializer and refuses to read or write. Akka's creates an object of any type that the bytes name, so anyone
/// who reached a node's port could choose what runs there. A manifest is never looked up as a type.
/// </summary>
internal class RefusingSerializer : SerializerWithStringManifest
{
    public RefusingSerializer(ExtendedActorSystem system)
        : base(system)
    {
    }

    // Akka passes the settings of the serializer that this one replaces.
    public RefusingSerializer(ExtendedActorSystem system, Config config)
        : base(system)
    {
    }

    /// <summary>The identifier of Akka's JSON serializer.</summary>
    public override int Identifier => 1;

    /// <summary>The refused format, for the error message.</summary>
    protected virtual string Format => "JSON";

    public override string Manifest(object o) => throw Unsendable(o);

    public override byte[] ToBinary(object obj) => throw Unsendable(obj);

    public override object FromBinary(byte[] bytes, string manifest) => throw new SerializationException(
        $"A message of {bytes.Length} bytes was refused: it is {Format}, which could name any type; nodes speak the kitchen's protobuf only");

    private SerializationException Unsendable(object message) => new(
        $"{message.GetType()} cannot be sent to another node: it has no serializer but {Format}, which is refused; send a HostMessage");
}

/// <summary>Replaces Akka's serializer of generated protobuf types, which also creates an object of any type that is named.</summary>
internal sealed class RefusingProtobufSerializer : RefusingSerializer
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
