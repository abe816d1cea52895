using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Serialization;

namespace ActorCafe.Remoting.Serialization;

/// <summary>
/// Wraps one of Akka's serializers and checks what a stranger may have sent. Any error while reading becomes a
/// <see cref="SerializationException"/>, which remoting logs before it goes on.
/// </summary>
/// <param name="system">The actor system.</param>
/// <param name="subject">What is read, for the error message.</param>
internal abstract class GuardedSerializer(ExtendedActorSystem system, string subject) : SerializerWithStringManifest(system)
{
    public sealed override object FromBinary(byte[] bytes, string manifest)
    {
        try
        {
            return Read(bytes, manifest);
        }
        catch (Exception e) when (e is not (SerializationException or OutOfMemoryException))
        {
            throw new SerializationException($"{subject} was refused: {e.Message}", e);
        }
    }

    /// <summary>Reads a message; may throw anything.</summary>
    protected abstract object Read(byte[] bytes, string manifest);
}
