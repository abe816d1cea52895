using ActorCafe.Cluster.Hosts;
using Akka.Actor;
using Google.Protobuf;

namespace ActorCafe.Cluster.Wire;

/// <summary>Takes <see cref="HostMessage"/>s over the wire.</summary>
public sealed class KitchenSerializer(ExtendedActorSystem system) : StrictSerializer<HostMessage>(system, "kitchen")
{
    /// <summary>The number of this serializer on the wire, for ever.</summary>
    public const int Id = 1401;

    public override int Identifier => Id;

    protected override int MaxBytes => WireLimits.MaxBytes;

    protected override string ManifestOf(HostMessage message) => KitchenManifests.Of(message);

    protected override IMessage Write(HostMessage message) => KitchenWriter.Write(message);

    protected override HostMessage Read(byte[] bytes, string manifest) => KitchenReader.Read(bytes, manifest);
}
