using System.Runtime.Serialization;
using ActorCafe.Cluster.Hosts;

namespace ActorCafe.Cluster.Wire;

/// <summary>What names a message on the wire: a letter and the version. Never a type's name, so that types may be renamed.</summary>
internal static class KitchenManifests
{
    public const string Serve = "S1";
    public const string Thanks = "T1";
    public const string WhoIsThere = "W1";
    public const string Here = "H1";
    public const string Taken = "K1";
    public const string Served = "D1";
    public const string GivenBack = "B1";
    public const string Closed = "C1";

    public static string Of(object message) => message switch
    {
        HostMessage.Serve => Serve,
        HostMessage.ServedAcknowledged => Thanks,
        HostMessage.Locate => WhoIsThere,
        HostMessage.Located => Here,
        HostMessage.Taken => Taken,
        HostMessage.Served => Served,
        HostMessage.GivenBack => GivenBack,
        HostMessage.Closed => Closed,
        _ => throw new SerializationException($"{message.GetType()} is not a message of the kitchen"),
    };
}
