using System.Runtime.Serialization;
using ActorCafe.Cluster.Sweeping;

namespace ActorCafe.Cluster.Wire;

/// <summary>What names a message of a sweep on the wire: a letter and the version.</summary>
internal static class SweepManifests
{
    public const string WhoHelps = "W1";
    public const string Helps = "H1";
    public const string Play = "P1";
    public const string Played = "D1";
    public const string Failed = "F1";

    public static string Of(SweepMessage message) => message switch
    {
        SweepMessage.WhoHelps => WhoHelps,
        SweepMessage.Helps => Helps,
        SweepMessage.Play => Play,
        SweepMessage.Played => Played,
        SweepMessage.Failed => Failed,
        _ => throw new SerializationException($"{message.GetType()} has no place on the wire"),
    };
}
