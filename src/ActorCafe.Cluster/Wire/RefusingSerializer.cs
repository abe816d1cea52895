using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Configuration;
using Akka.Serialization;

namespace ActorCafe.Cluster.Wire;

/// <summary>
/// Stands where Akka's JSON serializer stood, and refuses both ways: that one makes an object of whatever type the bytes name, so
/// that anybody who reached a node's port could choose what runs there. A manifest is never looked up as a type.
/// </summary>
public class RefusingSerializer : SerializerWithStringManifest
{
    public RefusingSerializer(ExtendedActorSystem system)
        : base(system)
    {
    }

    // Akka hands over the settings of the serializer it takes this for.
    public RefusingSerializer(ExtendedActorSystem system, Config config)
        : base(system)
    {
    }

    /// <summary>The number of the JSON serializer.</summary>
    public override int Identifier => 1;

    /// <summary>What is refused, for the message.</summary>
    protected virtual string Format => "JSON";

    public override string Manifest(object o) => throw Unsendable(o);

    public override byte[] ToBinary(object obj) => throw Unsendable(obj);

    public override object FromBinary(byte[] bytes, string manifest) => throw new SerializationException(
        $"A message of {bytes.Length} bytes was refused: it is {Format}, which could name any type; nodes speak the kitchen's protobuf only");

    private SerializationException Unsendable(object message) => new(
        $"{message.GetType()} can't be sent to another node: it has no serializer but {Format}, which is refused; send a HostMessage");
}
