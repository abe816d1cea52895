using Akka.Actor;
using Akka.Remote.Serialization;
using Akka.Serialization;

namespace ActorCafe.Cluster.Wire.Remoting;

/// <summary>Akka's serializer of its common messages, without the exceptions of any type that a failure could bring: <see cref="FarExceptions"/>.</summary>
public sealed class GuardedMiscMessageSerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
{
    private const string StatusFailure = "STF";

    private readonly MiscMessageSerializer _akkas = new(system);

    public override int Identifier => 16;

    public override string Manifest(object o) => _akkas.Manifest(o);

    public override byte[] ToBinary(object obj) => _akkas.ToBinary(
        obj is Status.Failure failure ? new Status.Failure(FarExceptions.ToSend(failure.Cause), failure.State) : obj);

    public override object FromBinary(byte[] bytes, string manifest) => Guard.Reading(
        "A message of Akka's", () => _akkas.FromBinary(manifest == StatusFailure ? Guard.Disarmed(bytes) : bytes, manifest));
}
