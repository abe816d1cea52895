using System.Runtime.Serialization;
using ActorCafe.Cluster.Hosts;
using ActorCafe.Cluster.Wire.Proto;
using ActorCafe.Remoting.Serialization;
using Akka.Actor;
using Google.Protobuf;

namespace ActorCafe.Cluster.Wire;

/// <summary>Serializes <see cref="HostMessage"/>s, checking every field both ways.</summary>
internal sealed class HostMessageSerializer(ExtendedActorSystem system) : StrictSerializer<HostMessage>(system, "kitchen")
{
    /// <summary>The number of this serializer on the wire; never changes.</summary>
    public const int Id = 1401;

    // A letter and the version, never a type name, so that types can be renamed.
    internal const string ServeManifest = "S1";
    internal const string ServedAcknowledgedManifest = "T1";
    internal const string LocateManifest = "W1";
    internal const string LocatedManifest = "H1";
    internal const string TakenManifest = "K1";
    internal const string ServedManifest = "D1";
    internal const string GivenBackManifest = "B1";
    internal const string ClosedManifest = "C1";

    private static readonly MessageParser<ServeData> ServeParser = ParserOf(ServeData.Parser);
    private static readonly MessageParser<ServedAcknowledgedData> ServedAcknowledgedParser = ParserOf(ServedAcknowledgedData.Parser);
    private static readonly MessageParser<LocateData> LocateParser = ParserOf(LocateData.Parser);
    private static readonly MessageParser<LocatedData> LocatedParser = ParserOf(LocatedData.Parser);
    private static readonly MessageParser<TakenData> TakenParser = ParserOf(TakenData.Parser);
    private static readonly MessageParser<ServedData> ServedParser = ParserOf(ServedData.Parser);
    private static readonly MessageParser<GivenBackData> GivenBackParser = ParserOf(GivenBackData.Parser);
    private static readonly MessageParser<ClosedData> ClosedParser = ParserOf(ClosedData.Parser);

    public override int Identifier => Id;

    protected override int MaxBytes => WireLimits.MaxBytes;

    protected override string ManifestOf(HostMessage message) => message switch
    {
        HostMessage.Serve => ServeManifest,
        HostMessage.ServedAcknowledged => ServedAcknowledgedManifest,
        HostMessage.Locate => LocateManifest,
        HostMessage.Located => LocatedManifest,
        HostMessage.Taken => TakenManifest,
        HostMessage.Served => ServedManifest,
        HostMessage.GivenBack => GivenBackManifest,
        HostMessage.Closed => ClosedManifest,
        _ => throw new SerializationException($"{message.GetType()} is not a message of the kitchen"),
    };

    protected override IMessage Write(HostMessage message) => message switch
    {
        HostMessage.Serve serve => Write(serve),
        HostMessage.ServedAcknowledged thanks => new ServedAcknowledgedData { Assignment = Write(thanks.Assignment) },
        HostMessage.Locate question => new LocateData { Front = question.Front },
        HostMessage.Located here => Write(here),
        HostMessage.Taken taken => new TakenData { Assignment = Write(taken.Assignment) },
        HostMessage.Served served => Write(served),
        // The reason is only for the log and may be an exception message of any length. The order must come back anyway.
        HostMessage.GivenBack givenBack => new GivenBackData
        {
            Assignment = Write(givenBack.Assignment),
            Reason = FieldCheck.Truncate(givenBack.Reason, WireLimits.MaxReason),
        },
        HostMessage.Closed closed => new ClosedData { Name = FieldCheck.Text(closed.Name, WireLimits.MaxName, "name") },
        _ => throw new SerializationException("it has no place on the wire"),
    };

    protected override HostMessage Read(byte[] bytes, string manifest) => manifest switch
    {
        ServeManifest => Read(ServeParser.ParseFrom(bytes)),
        ServedAcknowledgedManifest => new HostMessage.ServedAcknowledged(Read(ServedAcknowledgedParser.ParseFrom(bytes).Assignment)),
        LocateManifest => new HostMessage.Locate(LocateParser.ParseFrom(bytes).Front),
        LocatedManifest => Read(LocatedParser.ParseFrom(bytes)),
        TakenManifest => new HostMessage.Taken(Read(TakenParser.ParseFrom(bytes).Assignment)),
        ServedManifest => Read(ServedParser.ParseFrom(bytes)),
        GivenBackManifest => Read(GivenBackParser.ParseFrom(bytes)),
        ClosedManifest => new HostMessage.Closed(FieldCheck.Text(ClosedParser.ParseFrom(bytes).Name, WireLimits.MaxName, "name")),
        _ => throw new SerializationException("there is no such manifest; the sender may be of a later version"),
    };

    private static ServeData Write(HostMessage.Serve serve)
    {
        var data = new ServeData
        {
            Assignment = Write(serve.Assignment),
            Order = FieldCheck.Positive(serve.Order, "order"),
            Drink = FieldCheck.Name(serve.Drink, WireLimits.MaxName, "drink"),
            NextStep = FieldCheck.Count(serve.NextStep, WireLimits.MaxSteps, "next_step"),
            Repetition = FieldCheck.Count(serve.Repetition, WireLimits.MaxRepetition, "repetition"),
            Lease = Duration(serve.Lease.Ticks, "lease").Ticks,
        };
        if (serve.TraceParent is { } trace)
        {
            data.TraceParent = FieldCheck.Text(trace, WireLimits.MaxTraceParent, "trace_parent");
        }

        return data;
    }

    private static HostMessage.Serve Read(ServeData data) => new(
        Read(data.Assignment),
        FieldCheck.Positive(data.Order, "order"),
        FieldCheck.Name(data.Drink, WireLimits.MaxName, "drink"),
        FieldCheck.Count(data.NextStep, WireLimits.MaxSteps, "next_step"),
        FieldCheck.Count(data.Repetition, WireLimits.MaxRepetition, "repetition"),
        Duration(data.Lease, "lease"),
        data.HasTraceParent ? FieldCheck.Text(data.TraceParent, WireLimits.MaxTraceParent, "trace_parent") : null);

    private static LocatedData Write(HostMessage.Located here) => new()
    {
        Name = FieldCheck.Text(here.Name, WireLimits.MaxName, "name"),
        Incarnation = here.Incarnation,
        InHand = here.InHand is { } inHand ? Write(inHand) : null,
    };

    private static HostMessage.Located Read(LocatedData data) => new(
        FieldCheck.Text(data.Name, WireLimits.MaxName, "name"),
        data.Incarnation,
        data.InHand is null ? null : Read(data.InHand));

    private static ServedData Write(HostMessage.Served served) => new()
    {
        Assignment = Write(served.Assignment),
        Order = FieldCheck.Positive(served.Order, "order"),
        NextStep = FieldCheck.Count(served.NextStep, WireLimits.MaxSteps, "next_step"),
        Repetition = FieldCheck.Count(served.Repetition, WireLimits.MaxRepetition, "repetition"),
        Service = Duration(served.Service.Ticks, "service").Ticks,
    };

    private static HostMessage.Served Read(ServedData data) => new(
        Read(data.Assignment),
        FieldCheck.Positive(data.Order, "order"),
        FieldCheck.Count(data.NextStep, WireLimits.MaxSteps, "next_step"),
        FieldCheck.Count(data.Repetition, WireLimits.MaxRepetition, "repetition"),
        Duration(data.Service, "service"));

    private static HostMessage.GivenBack Read(GivenBackData data) => new(
        Read(data.Assignment),
        FieldCheck.Text(data.Reason, WireLimits.MaxReason, "reason"));

    private static AssignmentData Write(Assignment assignment) =>
        new() { Front = assignment.Front, Number = FieldCheck.Positive(assignment.Number, "assignment") };

    private static Assignment Read(AssignmentData? data) =>
        new(FieldCheck.Present(data, "assignment").Front, FieldCheck.Positive(data!.Number, "assignment"));

    private static TimeSpan Duration(long ticks, string field) => FieldCheck.Duration(ticks, WireLimits.MaxDuration, field);
}
