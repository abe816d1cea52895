using System.Collections.Frozen;
using System.Runtime.Serialization;
using ActorCafe.Cluster.Wire.Remoting.Proto;
using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.Remote.Serialization;
using Akka.Serialization;
using Akka.Util;
using Google.Protobuf;

namespace ActorCafe.Cluster.Wire.Remoting;

/// <summary>Akka's serializer of its system messages, without the exceptions of any type that they could bring: <see cref="FarExceptions"/>.</summary>
public sealed class GuardedSystemMessageSerializer(ExtendedActorSystem system) : SerializerWithStringManifest(system)
{
    // Akka looks these names up as types; here they are only compared, so that a stranger can't have a type loaded.
    private static readonly FrozenDictionary<string, Type> Types = new[]
    {
        typeof(Create), typeof(Recreate), typeof(Suspend), typeof(Resume), typeof(Terminate), typeof(Supervise), typeof(Watch),
        typeof(Unwatch), typeof(Failed), typeof(DeathWatchNotification),
    }.ToFrozenDictionary(type => type.TypeQualifiedName(), StringComparer.Ordinal);

    private readonly SystemMessageSerializer _akkas = new(system);

    public override int Identifier => 22;

    public override string Manifest(object o) => o.GetType().TypeQualifiedName();

    public override byte[] ToBinary(object obj) => _akkas.ToBinary(obj switch
    {
        Create create => new Create((ActorInitializationException?)FarExceptions.ToSend(create.Failure)),
        Recreate recreate => new Recreate(FarExceptions.ToSend(recreate.Cause)),
        Resume resume => new Resume(FarExceptions.ToSend(resume.CausedByFailure)),
        Failed failed => new Failed(failed.Child, FarExceptions.ToSend(failed.Cause), failed.Uid),
        _ => obj,
    });

    public override object FromBinary(byte[] bytes, string manifest) =>
        Types.TryGetValue(manifest, out var type)
            ? Guard.Reading("A system message", () => _akkas.FromBinary(Disarmed(bytes, type), type))
            : throw new SerializationException($"A system message of {bytes.Length} bytes was refused: there is no such kind");

    private static byte[] Disarmed(byte[] bytes, Type type)
    {
        if (type == typeof(Failed))
        {
            var failed = FailedData.Parser.ParseFrom(bytes);
            FarExceptions.Disarm(failed.Cause);
            return failed.ToByteArray();
        }

        return type == typeof(Create) || type == typeof(Recreate) || type == typeof(Resume) ? Guard.Disarmed(bytes) : bytes;
    }
}
