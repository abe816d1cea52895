using ActorCafe.Cluster.Sweeping;
using Akka.Actor;
using Google.Protobuf;

namespace ActorCafe.Cluster.Wire;

/// <summary>Takes <see cref="SweepMessage"/>s over the wire.</summary>
public sealed class SweepSerializer(ExtendedActorSystem system) : StrictSerializer<SweepMessage>(system, "sweep")
{
    /// <summary>The number of this serializer on the wire, for ever.</summary>
    public const int Id = 1402;

    public override int Identifier => Id;

    protected override int MaxBytes => WireLimits.MaxSweepBytes;

    protected override string ManifestOf(SweepMessage message) => SweepManifests.Of(message);

    protected override IMessage Write(SweepMessage message) => SweepWriter.Write(message);

    protected override SweepMessage Read(byte[] bytes, string manifest) => SweepReader.Read(bytes, manifest);
}
