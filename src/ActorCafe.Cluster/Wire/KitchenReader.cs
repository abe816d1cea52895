using System.Runtime.Serialization;
using ActorCafe.Cluster.Hosts;
using ActorCafe.Cluster.Wire.Proto;
using Google.Protobuf;

namespace ActorCafe.Cluster.Wire;

/// <summary>From protobuf: checked field by field. Fields of a later version are passed over, and not kept.</summary>
internal static class KitchenReader
{
    private static readonly MessageParser<ServeData> Serves = Of(ServeData.Parser);
    private static readonly MessageParser<ThanksData> Thanks = Of(ThanksData.Parser);
    private static readonly MessageParser<WhoIsThereData> Questions = Of(WhoIsThereData.Parser);
    private static readonly MessageParser<HereData> Heres = Of(HereData.Parser);
    private static readonly MessageParser<TakenData> Takens = Of(TakenData.Parser);
    private static readonly MessageParser<ServedData> Serveds = Of(ServedData.Parser);
    private static readonly MessageParser<GivenBackData> Returns = Of(GivenBackData.Parser);
    private static readonly MessageParser<ClosedData> Closings = Of(ClosedData.Parser);

    public static HostMessage Read(byte[] bytes, string manifest) => manifest switch
    {
        KitchenManifests.Serve => Read(Serves.ParseFrom(bytes)),
        KitchenManifests.Thanks => new HostMessage.ServedAcknowledged(WireCheck.Assignment(Thanks.ParseFrom(bytes).Assignment)),
        KitchenManifests.WhoIsThere => new HostMessage.Locate(Questions.ParseFrom(bytes).Front),
        KitchenManifests.Here => Read(Heres.ParseFrom(bytes)),
        KitchenManifests.Taken => new HostMessage.Taken(WireCheck.Assignment(Takens.ParseFrom(bytes).Assignment)),
        KitchenManifests.Served => Read(Serveds.ParseFrom(bytes)),
        KitchenManifests.GivenBack => Read(Returns.ParseFrom(bytes)),
        KitchenManifests.Closed => new HostMessage.Closed(WireCheck.Text(Closings.ParseFrom(bytes).Name, WireLimits.MaxName, "name")),
        _ => throw new SerializationException("there is no such manifest; the sender may be of a later version"),
    };

    private static HostMessage.Serve Read(ServeData data) => new(
        WireCheck.Assignment(data.Assignment),
        WireCheck.Number(data.Order, "order"),
        WireCheck.Name(data.Drink, "drink"),
        WireCheck.Count(data.NextStep, WireLimits.MaxSteps, "next_step"),
        WireCheck.Count(data.Repetition, WireLimits.MaxRepetition, "repetition"),
        WireCheck.Duration(data.Lease, "lease"),
        data.HasTraceParent ? WireCheck.Text(data.TraceParent, WireLimits.MaxTraceParent, "trace_parent") : null);

    private static HostMessage.Located Read(HereData data) => new(
        WireCheck.Text(data.Name, WireLimits.MaxName, "name"),
        data.Incarnation,
        data.InHand is null ? null : WireCheck.Assignment(data.InHand));

    private static HostMessage.Served Read(ServedData data) => new(
        WireCheck.Assignment(data.Assignment),
        WireCheck.Number(data.Order, "order"),
        WireCheck.Count(data.NextStep, WireLimits.MaxSteps, "next_step"),
        WireCheck.Count(data.Repetition, WireLimits.MaxRepetition, "repetition"),
        WireCheck.Duration(data.Service, "service"));

    private static HostMessage.GivenBack Read(GivenBackData data) => new(
        WireCheck.Assignment(data.Assignment),
        WireCheck.Text(data.Reason, WireLimits.MaxReason, "reason"));

    private static MessageParser<T> Of<T>(MessageParser<T> parser)
        where T : IMessage<T> => parser.WithDiscardUnknownFields(true);
}
