using Akka.Actor;
using Akka.Remote.Serialization;

namespace ActorCafe.Remoting.Serialization;

/// <summary>Akka's serializer of its common messages; the exception of a failure can't be of any type, see <see cref="RemoteException"/>.</summary>
internal sealed class GuardedMiscMessageSerializer(ExtendedActorSystem system) : GuardedSerializer(system, "A message of Akka's")
{
    private const string StatusFailureManifest = "STF";

    private readonly MiscMessageSerializer _akkas = new(system);

    public override int Identifier => 16;

    public override string Manifest(object o) => _akkas.Manifest(o);

    public override byte[] ToBinary(object obj) => _akkas.ToBinary(
        obj is Status.Failure failure ? new Status.Failure(ExceptionSanitizer.Sanitize(failure.Cause), failure.State) : obj);

    protected override object Read(byte[] bytes, string manifest) =>
        _akkas.FromBinary(manifest == StatusFailureManifest ? ExceptionSanitizer.Sanitize(bytes) : bytes, manifest);
}
