using System.Runtime.Serialization;
using ActorCafe.Cluster.Kitchen;
using Akka.Actor;
using Akka.Serialization;
using Google.Protobuf;

namespace ActorCafe.Cluster.Wire;

/// <summary>
/// Takes <see cref="KitchenMessage"/>s over the wire, as protobuf. Whatever bytes come in, the answer is a message within
/// <see cref="WireLimits"/> or a <see cref="SerializationException"/>: remoting logs that and goes on.
/// </summary>
public sealed class KitchenSerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
{
    /// <summary>The number of this serializer on the wire, for ever.</summary>
    public const int Id = 1401;

    public override int Identifier => Id;

    public override string Manifest(object o) => KitchenManifests.Of(o);

    public override byte[] ToBinary(object obj)
    {
        if (obj is not KitchenMessage message)
        {
            throw new SerializationException($"{obj.GetType()} is not a message of the kitchen");
        }

        try
        {
            return KitchenWriter.Write(message).ToByteArray();
        }
        catch (SerializationException e)
        {
            throw new SerializationException($"{message.GetType().Name} can't be sent: {e.Message}", e);
        }
    }

    public override object FromBinary(byte[] bytes, string manifest)
    {
        // Looked at before anything is parsed: what a field says of its own length is never believed beyond these bytes.
        if (bytes.Length > WireLimits.MaxBytes)
        {
            throw new SerializationException($"A kitchen message of {bytes.Length} bytes was refused: more than {WireLimits.MaxBytes}");
        }

        try
        {
            return KitchenReader.Read(bytes, manifest);
        }
        catch (Exception e) when (e is InvalidProtocolBufferException or SerializationException)
        {
            throw new SerializationException($"A kitchen message [{Shown(manifest)}] of {bytes.Length} bytes was refused: {e.Message}", e);
        }
    }

    // A stranger's manifest goes to the log: short, and without line breaks.
    private static string Shown(string? manifest) =>
        string.Concat((manifest ?? "").Take(16).Select(c => char.IsControl(c) ? '?' : c));
}
