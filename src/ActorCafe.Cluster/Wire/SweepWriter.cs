using System.Runtime.Serialization;
using ActorCafe.Cluster.Sweeping;
using ActorCafe.Cluster.Wire.Proto;
using ActorCafe.Shop.Settings;
using Google.Protobuf;

namespace ActorCafe.Cluster.Wire;

/// <summary>Messages of a sweep to protobuf.</summary>
internal static class SweepWriter
{
    public static IMessage Write(SweepMessage message) => message switch
    {
        SweepMessage.WhoHelps question => new WhoHelpsData { Round = WireCheck.Count(question.Round, int.MaxValue, "round") },
        SweepMessage.Helps helps => Write(helps),
        SweepMessage.Play play => Write(play),
        SweepMessage.Played played => new PlayedData { Piece = WireCheck.Number(played.Piece, "piece"), Result = ByteString.CopyFrom(played.Result.AsSpan()) },
        SweepMessage.Failed failed => new FailedData { Piece = WireCheck.Number(failed.Piece, "piece"), Reason = Cut(failed.Reason) },
        _ => throw new SerializationException("it has no place on the wire"),
    };

    private static HelpsData Write(SweepMessage.Helps helps) => new()
    {
        Round = WireCheck.Count(helps.Round, int.MaxValue, "round"),
        Parallel = WireCheck.Count(helps.Parallel, WireLimits.MaxParallel, "parallel"),
        Build = WireCheck.Text(helps.Build, WireLimits.MaxName, "build"),
        InHand = { helps.InHand.Select(piece => WireCheck.Number(piece, "in_hand")) },
    };

    private static PlayData Write(SweepMessage.Play play) => new()
    {
        Piece = WireCheck.Number(play.Piece, "piece"),
        Replication = (int)WireCheck.Number(play.Replication, "replication"),
        Hocon = play.Shop.Hocon,
        Files = { play.Shop.Files.Select(Write) },
    };

    private static ShopFileData Write(ShopDataFile file) => new()
    {
        Name = WireCheck.Text(file.Name, WireLimits.MaxFileName, "name"),
        Content = ByteString.CopyFrom(file.Bytes.AsSpan()),
    };

    private static string Cut(string reason) => reason.Length <= WireLimits.MaxReason ? reason : reason[..WireLimits.MaxReason];
}
