using System.Runtime.Serialization;
using ActorCafe.Cluster.Wire.Remoting.Proto;
using Google.Protobuf;

namespace ActorCafe.Cluster.Wire.Remoting;

/// <summary>What the guarded serializers have in common.</summary>
internal static class Guard
{
    /// <summary>Whatever goes wrong in Akka's reading of a stranger's bytes is the stranger's mistake: remoting logs it, and goes on.</summary>
    public static object Reading(string what, Func<object> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not (SerializationException or OutOfMemoryException))
        {
            throw new SerializationException($"{what} was refused: {e.Message}", e);
        }
    }

    /// <summary>A message whose first field is an exception, with that made harmless.</summary>
    public static byte[] Disarmed(byte[] bytes)
    {
        var caused = CausedData.Parser.ParseFrom(bytes);
        FarExceptions.Disarm(caused.Cause);
        return caused.ToByteArray();
    }
}
