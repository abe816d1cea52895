using System.Collections.Immutable;
using System.Runtime.Serialization;
using ActorCafe.Cluster.Sweeping;
using ActorCafe.Cluster.Wire.Proto;
using ActorCafe.Shop.Settings;
using Google.Protobuf;

namespace ActorCafe.Cluster.Wire;

/// <summary>Messages of a sweep from protobuf: checked field by field. Fields of a later version are passed over, and not kept.</summary>
internal static class SweepReader
{
    private static readonly MessageParser<WhoHelpsData> Questions = Of(WhoHelpsData.Parser);
    private static readonly MessageParser<HelpsData> Helps = Of(HelpsData.Parser);
    private static readonly MessageParser<PlayData> Plays = Of(PlayData.Parser);
    private static readonly MessageParser<PlayedData> Playeds = Of(PlayedData.Parser);
    private static readonly MessageParser<FailedData> Faileds = Of(FailedData.Parser);

    public static SweepMessage Read(byte[] bytes, string manifest) => manifest switch
    {
        SweepManifests.WhoHelps => new SweepMessage.WhoHelps(Round(Questions.ParseFrom(bytes).Round)),
        SweepManifests.Helps => Read(Helps.ParseFrom(bytes)),
        SweepManifests.Play => Read(Plays.ParseFrom(bytes)),
        SweepManifests.Played => Read(Playeds.ParseFrom(bytes)),
        SweepManifests.Failed => Read(Faileds.ParseFrom(bytes)),
        _ => throw new SerializationException("there is no such manifest; the sender may be of a later version"),
    };

    private static SweepMessage.Helps Read(HelpsData data) => new(
        Round(data.Round),
        WireCheck.Count(data.Parallel, WireLimits.MaxParallel, "parallel"),
        WireCheck.Text(data.Build, WireLimits.MaxName, "build"),
        [.. data.InHand.Select(piece => WireCheck.Number(piece, "in_hand"))]);

    private static SweepMessage.Play Read(PlayData data) => new(
        WireCheck.Number(data.Piece, "piece"),
        (int)WireCheck.Number(WireCheck.Count(data.Replication, WireLimits.MaxRepetition, "replication"), "replication"),
        new ShopText(data.Hocon, [.. data.Files.Select(Read)]));

    private static ShopDataFile Read(ShopFileData data) => new(WireCheck.Text(data.Name, WireLimits.MaxFileName, "name"), [.. data.Content.Span]);

    private static SweepMessage.Played Read(PlayedData data) => new(WireCheck.Number(data.Piece, "piece"), [.. data.Result.Span]);

    private static SweepMessage.Failed Read(FailedData data) => new(
        WireCheck.Number(data.Piece, "piece"),
        WireCheck.Text(data.Reason, WireLimits.MaxReason, "reason"));

    private static int Round(int round) => WireCheck.Count(round, int.MaxValue, "round");

    private static MessageParser<T> Of<T>(MessageParser<T> parser)
        where T : IMessage<T> => parser.WithDiscardUnknownFields(true);
}
