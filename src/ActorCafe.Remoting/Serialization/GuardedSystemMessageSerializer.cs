using System.Collections.Frozen;
using System.Runtime.Serialization;
using ActorCafe.Remoting.Serialization.Proto;
using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.Remote.Serialization;
using Akka.Util;
using Google.Protobuf;

namespace ActorCafe.Remoting.Serialization;

/// <summary>Akka's serializer of its system messages; the exceptions in them can't be of any type, see <see cref="RemoteException"/>.</summary>
internal sealed class GuardedSystemMessageSerializer(ExtendedActorSystem system) : GuardedSerializer(system, "A system message")
{
    // Akka looks these names up as types. Here they are only compared, so that a stranger can't have a type loaded.
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
        Create create => new Create((ActorInitializationException?)ExceptionSanitizer.Sanitize(create.Failure)),
        Recreate recreate => new Recreate(ExceptionSanitizer.Sanitize(recreate.Cause)),
        Resume resume => new Resume(ExceptionSanitizer.Sanitize(resume.CausedByFailure)),
        Failed failed => new Failed(failed.Child, ExceptionSanitizer.Sanitize(failed.Cause), failed.Uid),
        _ => obj,
    });

    protected override object Read(byte[] bytes, string manifest) =>
        Types.TryGetValue(manifest, out var type)
            ? _akkas.FromBinary(Sanitize(bytes, type), type)
            : throw new SerializationException($"A system message of {bytes.Length} bytes was refused: there is no such kind");

    private static byte[] Sanitize(byte[] bytes, Type type)
    {
        if (type == typeof(Failed))
        {
            var failed = FailedData.Parser.ParseFrom(bytes);
            ExceptionSanitizer.Sanitize(failed.Cause);
            return failed.ToByteArray();
        }

        return type == typeof(Create) || type == typeof(Recreate) || type == typeof(Resume) ? ExceptionSanitizer.Sanitize(bytes) : bytes;
    }
}
