using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Serialization;
using Google.Protobuf;

namespace ActorCafe.Remoting.Serialization;

/// <summary>
/// Serializes one family of messages as protobuf, under manifests that are never a type's name. Whatever bytes come in, the result is
/// a valid message or a <see cref="SerializationException"/>, which remoting logs before it goes on.
/// </summary>
/// <typeparam name="T">The common base of the messages.</typeparam>
/// <param name="system">The actor system.</param>
/// <param name="kind">The name of the family, for error messages.</param>
internal abstract class StrictSerializer<T>(ExtendedActorSystem system, string kind) : SerializerWithStringManifest(system)
    where T : class
{
    private const int ShownManifestLength = 16;

    /// <summary>The size limit of a message, both ways.</summary>
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
            throw new SerializationException($"{message.GetType().Name} cannot be sent: {e.Message}", e);
        }
    }

    public override object FromBinary(byte[] bytes, string manifest)
    {
        // Checked before anything is parsed: a field's claim about its own length is never believed beyond these bytes.
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

    /// <summary>Returns the manifest of a message: a letter and the version.</summary>
    protected abstract string ManifestOf(T message);

    /// <summary>Converts a message to protobuf.</summary>
    protected abstract IMessage Write(T message);

    /// <summary>Reads a message from protobuf.</summary>
    protected abstract T Read(byte[] bytes, string manifest);

    /// <summary>A parser that skips the fields of later versions, and does not keep them.</summary>
    protected static MessageParser<TData> ParserOf<TData>(MessageParser<TData> parser)
        where TData : IMessage<TData> => parser.WithDiscardUnknownFields(true);

    private T Checked(object message) =>
        message as T ?? throw new SerializationException($"{message.GetType()} is not a message of the {kind}");

    // A stranger's manifest goes to the log: short, and without line breaks.
    private static string Shown(string? manifest) =>
        string.Concat((manifest ?? "").Take(ShownManifestLength).Select(c => char.IsControl(c) ? '?' : c));
}
