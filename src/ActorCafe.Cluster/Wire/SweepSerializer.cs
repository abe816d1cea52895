using System.Runtime.Serialization;
using ActorCafe.Cluster.Sweeping;
using ActorCafe.Cluster.Wire.Proto;
using ActorCafe.Remoting.Serialization;
using ActorCafe.Shop.Settings;
using Akka.Actor;
using Google.Protobuf;

namespace ActorCafe.Cluster.Wire;

/// <summary>Serializes <see cref="SweepMessage"/>s, checking every field both ways.</summary>
internal sealed class SweepSerializer(ExtendedActorSystem system) : StrictSerializer<SweepMessage>(system, "sweep")
{
    /// <summary>The number of this serializer on the wire; never changes.</summary>
    public const int Id = 1402;

    /// <summary>The size limit of a message.</summary>
    public const int MaxMessageBytes = WireLimits.MaxSweepBytes;

    internal const string PollCapacityManifest = "W1";
    internal const string CapacityReportManifest = "H1";
    internal const string RunReplicationManifest = "P1";
    internal const string ReplicationCompletedManifest = "D1";
    internal const string ReplicationFailedManifest = "F1";

    private static readonly MessageParser<PollCapacityData> PollCapacityParser = ParserOf(PollCapacityData.Parser);
    private static readonly MessageParser<CapacityReportData> CapacityReportParser = ParserOf(CapacityReportData.Parser);
    private static readonly MessageParser<RunReplicationData> RunReplicationParser = ParserOf(RunReplicationData.Parser);
    private static readonly MessageParser<ReplicationCompletedData> ReplicationCompletedParser = ParserOf(ReplicationCompletedData.Parser);
    private static readonly MessageParser<ReplicationFailedData> ReplicationFailedParser = ParserOf(ReplicationFailedData.Parser);

    public override int Identifier => Id;

    protected override int MaxBytes => MaxMessageBytes;

    /// <summary>The size in bytes of the largest message that carries this shop; compare with <see cref="MaxMessageBytes"/>.</summary>
    public static int SizeOf(ShopText shop) => Write(new SweepMessage.RunReplication(long.MaxValue, int.MaxValue, shop)).CalculateSize();

    protected override string ManifestOf(SweepMessage message) => message switch
    {
        SweepMessage.PollCapacity => PollCapacityManifest,
        SweepMessage.CapacityReport => CapacityReportManifest,
        SweepMessage.RunReplication => RunReplicationManifest,
        SweepMessage.ReplicationCompleted => ReplicationCompletedManifest,
        SweepMessage.ReplicationFailed => ReplicationFailedManifest,
        _ => throw new SerializationException($"{message.GetType()} has no place on the wire"),
    };

    protected override IMessage Write(SweepMessage message) => message switch
    {
        SweepMessage.PollCapacity poll => new PollCapacityData { Round = Round(poll.Round) },
        SweepMessage.CapacityReport report => Write(report),
        SweepMessage.RunReplication run => Write(run),
        SweepMessage.ReplicationCompleted completed => new ReplicationCompletedData
        {
            TaskId = FieldCheck.Positive(completed.TaskId, "task_id"),
            Result = ByteString.CopyFrom(completed.Result.AsSpan()),
        },
        SweepMessage.ReplicationFailed failed => new ReplicationFailedData
        {
            TaskId = FieldCheck.Positive(failed.TaskId, "task_id"),
            Reason = FieldCheck.Truncate(failed.Reason, WireLimits.MaxReason),
        },
        _ => throw new SerializationException("it has no place on the wire"),
    };

    protected override SweepMessage Read(byte[] bytes, string manifest) => manifest switch
    {
        PollCapacityManifest => new SweepMessage.PollCapacity(Round(PollCapacityParser.ParseFrom(bytes).Round)),
        CapacityReportManifest => Read(CapacityReportParser.ParseFrom(bytes)),
        RunReplicationManifest => Read(RunReplicationParser.ParseFrom(bytes)),
        ReplicationCompletedManifest => Read(ReplicationCompletedParser.ParseFrom(bytes)),
        ReplicationFailedManifest => Read(ReplicationFailedParser.ParseFrom(bytes)),
        _ => throw new SerializationException("there is no such manifest; the sender may be of a later version"),
    };

    private static CapacityReportData Write(SweepMessage.CapacityReport report) => new()
    {
        Round = Round(report.Round),
        Parallel = FieldCheck.Count(report.Parallel, WireLimits.MaxParallel, "parallel"),
        Build = FieldCheck.Text(report.Build, WireLimits.MaxName, "build"),
        Unfinished = { report.Unfinished.Select(id => FieldCheck.Positive(id, "unfinished")) },
    };

    private static SweepMessage.CapacityReport Read(CapacityReportData data) => new(
        Round(data.Round),
        FieldCheck.Count(data.Parallel, WireLimits.MaxParallel, "parallel"),
        FieldCheck.Text(data.Build, WireLimits.MaxName, "build"),
        [.. data.Unfinished.Select(id => FieldCheck.Positive(id, "unfinished"))]);

    private static RunReplicationData Write(SweepMessage.RunReplication run) => new()
    {
        TaskId = FieldCheck.Positive(run.TaskId, "task_id"),
        Replication = (int)FieldCheck.Positive(run.Replication, "replication"),
        Hocon = run.Shop.Hocon,
        Files = { run.Shop.Files.Select(Write) },
    };

    private static SweepMessage.RunReplication Read(RunReplicationData data) => new(
        FieldCheck.Positive(data.TaskId, "task_id"),
        (int)FieldCheck.Positive(FieldCheck.Count(data.Replication, WireLimits.MaxRepetition, "replication"), "replication"),
        new ShopText(data.Hocon, [.. data.Files.Select(Read)]));

    private static ShopFileData Write(ShopDataFile file) => new()
    {
        Name = FieldCheck.Text(file.Name, WireLimits.MaxFileName, "name"),
        Content = ByteString.CopyFrom(file.Bytes.AsSpan()),
    };

    private static ShopDataFile Read(ShopFileData data) => new(FieldCheck.Text(data.Name, WireLimits.MaxFileName, "name"), [.. data.Content.Span]);

    private static SweepMessage.ReplicationCompleted Read(ReplicationCompletedData data) => new(FieldCheck.Positive(data.TaskId, "task_id"), [.. data.Result.Span]);

    private static SweepMessage.ReplicationFailed Read(ReplicationFailedData data) => new(
        FieldCheck.Positive(data.TaskId, "task_id"),
        FieldCheck.Text(data.Reason, WireLimits.MaxReason, "reason"));

    private static int Round(int round) => FieldCheck.Count(round, int.MaxValue, "round");
}
