using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Serialization;
using Google.Protobuf;

namespace ActorCafe.Cluster.Wire;

/// <summary>
/// Takes messages of one kind over the wire, as protobuf. Whatever bytes come in, the answer is a message within
/// <see cref="WireLimits"/> or a <see cref="SerializationException"/>: remoting logs that and goes on.
/// </summary>
/// <typeparam name="T">The kind of messages.</typeparam>
/// <param name="system">The actor system.</param>
/// <param name="kind">What the messages are called, for people.</param>
public abstract class StrictSerializer<T>(ExtendedActorSystem system, string kind) : SerializerWithStringManifest(system)
    where T : class
{
    /// <summary>No message is larger, either way.</summary>
    protected abstract int MaxBytes { get; }

    public override string Manifest(object o) => ManifestOf(Checked(o));

    public override byte[] ToBinary(object obj)
    {
        var message = Checked(obj);
        try
        {
            var data = Write(message);
            return data.CalculateSize() <= MaxBytes ? data.ToByteArray()
                : throw new SerializationException($"it has {data.CalculateSize()} bytes, more than {MaxBytes}");
        }
        catch (SerializationException e)
        {
            throw new SerializationException($"{message.GetType().Name} can't be sent: {e.Message}", e);
        }
    }

    public override object FromBinary(byte[] bytes, string manifest)
    {
        // Looked at before anything is parsed: what a field says of its own length is never believed beyond these bytes.
        if (bytes.Length > MaxBytes)
        {
            throw new SerializationException($"A {kind} message of {bytes.Length} bytes was refused: more than {MaxBytes}");
        }

        try
        {
            return Read(bytes, manifest);
        }
        catch (Exception e) when (e is InvalidProtocolBufferException or SerializationException)
        {
            throw new SerializationException($"A {kind} message [{Shown(manifest)}] of {bytes.Length} bytes was refused: {e.Message}", e);
        }
    }

    /// <summary>What names the message on the wire.</summary>
    protected abstract string ManifestOf(T message);

    /// <summary>To protobuf.</summary>
    protected abstract IMessage Write(T message);

    /// <summary>From protobuf.</summary>
    protected abstract T Read(byte[] bytes, string manifest);

    private T Checked(object message) =>
        message as T ?? throw new SerializationException($"{message.GetType()} is not a message of the {kind}");

    // A stranger's manifest goes to the log: short, and without line breaks.
    private static string Shown(string? manifest) =>
        string.Concat((manifest ?? "").Take(16).Select(c => char.IsControl(c) ? '?' : c));
}
