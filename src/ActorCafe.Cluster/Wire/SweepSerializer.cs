using System.Runtime.Serialization;
using ActorCafe.Cluster.Sweeping;
using ActorCafe.Cluster.Wire.Proto;
using ActorCafe.Remoting.Serialization;
using ActorCafe.Shop.Settings;
using Akka.Actor;
using Google.Protobuf;

namespace ActorCafe.Cluster.Wire;

/// <summary>Serializes <see cref="SweepMessage"/>s, checking every field both ways.</summary>
public sealed class SweepSerializer(ExtendedActorSystem system) : StrictSerializer<SweepMessage>(system, "sweep")
{
    /// <summary>The number of this serializer on the wire; never changes.</summary>
    public const int Id = 1402;

    /// <summary>The size limit of a message.</summary>
    public const int MaxMessageBytes = WireLimits.MaxSweepBytes;

    internal const string WhoHelpsManifest = "W1";
    internal const string HelpsManifest = "H1";
    internal const string PlayManifest = "P1";
    internal const string PlayedManifest = "D1";
    internal const string FailedManifest = "F1";

    private static readonly MessageParser<WhoHelpsData> WhoHelpsParser = ParserOf(WhoHelpsData.Parser);
    private static readonly MessageParser<HelpsData> HelpsParser = ParserOf(HelpsData.Parser);
    private static readonly MessageParser<PlayData> PlayParser = ParserOf(PlayData.Parser);
    private static readonly MessageParser<PlayedData> PlayedParser = ParserOf(PlayedData.Parser);
    private static readonly MessageParser<FailedData> FailedParser = ParserOf(FailedData.Parser);

    public override int Identifier => Id;

    protected override int MaxBytes => MaxMessageBytes;

    /// <summary>The size in bytes of the largest message that carries this shop; compare with <see cref="MaxMessageBytes"/>.</summary>
    public static int SizeOf(ShopText shop) => Write(new SweepMessage.Play(long.MaxValue, int.MaxValue, shop)).CalculateSize();

    protected override string ManifestOf(SweepMessage message) => message switch
    {
        SweepMessage.WhoHelps => WhoHelpsManifest,
        SweepMessage.Helps => HelpsManifest,
        SweepMessage.Play => PlayManifest,
        SweepMessage.Played => PlayedManifest,
        SweepMessage.Failed => FailedManifest,
        _ => throw new SerializationException($"{message.GetType()} has no place on the wire"),
    };

    protected override IMessage Write(SweepMessage message) => message switch
    {
        SweepMessage.WhoHelps poll => new WhoHelpsData { Round = Round(poll.Round) },
        SweepMessage.Helps report => Write(report),
        SweepMessage.Play run => Write(run),
        SweepMessage.Played completed => new PlayedData
        {
            Piece = FieldCheck.Positive(completed.Piece, "piece"),
            Result = ByteString.CopyFrom(completed.Result.AsSpan()),
        },
        SweepMessage.Failed failed => new FailedData
        {
            Piece = FieldCheck.Positive(failed.Piece, "piece"),
            Reason = FieldCheck.Truncate(failed.Reason, WireLimits.MaxReason),
        },
        _ => throw new SerializationException("it has no place on the wire"),
    };

    protected override SweepMessage Read(byte[] bytes, string manifest) => manifest switch
    {
        WhoHelpsManifest => new SweepMessage.WhoHelps(Round(WhoHelpsParser.ParseFrom(bytes).Round)),
        HelpsManifest => Read(HelpsParser.ParseFrom(bytes)),
        PlayManifest => Read(PlayParser.ParseFrom(bytes)),
        PlayedManifest => Read(PlayedParser.ParseFrom(bytes)),
        FailedManifest => Read(FailedParser.ParseFrom(bytes)),
        _ => throw new SerializationException("there is no such manifest; the sender may be of a later version"),
    };

    private static HelpsData Write(SweepMessage.Helps report) => new()
    {
        Round = Round(report.Round),
        Parallel = FieldCheck.Count(report.Parallel, WireLimits.MaxParallel, "parallel"),
        Build = FieldCheck.Text(report.Build, WireLimits.MaxName, "build"),
        InHand = { report.InHand.Select(piece => FieldCheck.Positive(piece, "in_hand")) },
    };

    private static SweepMessage.Helps Read(HelpsData data) => new(
        Round(data.Round),
        FieldCheck.Count(data.Parallel, WireLimits.MaxParallel, "parallel"),
        FieldCheck.Text(data.Build, WireLimits.MaxName, "build"),
        [.. data.InHand.Select(piece => FieldCheck.Positive(piece, "in_hand"))]);

    private static PlayData Write(SweepMessage.Play run) => new()
    {
        Piece = FieldCheck.Positive(run.Piece, "piece"),
        Replication = (int)FieldCheck.Positive(run.Replication, "replication"),
        Hocon = run.Shop.Hocon,
        Files = { run.Shop.Files.Select(Write) },
    };

    private static SweepMessage.Play Read(PlayData data) => new(
        FieldCheck.Positive(data.Piece, "piece"),
        (int)FieldCheck.Positive(FieldCheck.Count(data.Replication, WireLimits.MaxRepetition, "replication"), "replication"),
        new ShopText(data.Hocon, [.. data.Files.Select(Read)]));

    private static ShopFileData Write(ShopDataFile file) => new()
    {
        Name = FieldCheck.Text(file.Name, WireLimits.MaxFileName, "name"),
        Content = ByteString.CopyFrom(file.Bytes.AsSpan()),
    };

    private static ShopDataFile Read(ShopFileData data) => new(FieldCheck.Text(data.Name, WireLimits.MaxFileName, "name"), [.. data.Content.Span]);

    private static SweepMessage.Played Read(PlayedData data) => new(FieldCheck.Positive(data.Piece, "piece"), [.. data.Result.Span]);

    private static SweepMessage.Failed Read(FailedData data) => new(
        FieldCheck.Positive(data.Piece, "piece"),
        FieldCheck.Text(data.Reason, WireLimits.MaxReason, "reason"));

    private static int Round(int round) => FieldCheck.Count(round, int.MaxValue, "round");
}
