using System.Runtime.Serialization;

namespace ActorCafe.Cluster.Wire.Remoting;

/// <summary>Something failed on another node. Its own type stays there: only a few types of Akka's are made anew from the wire.</summary>
public sealed class FarException : Exception
{
    public FarException(string message)
        : base(message)
    {
    }

    // Akka.Remote brings exceptions over the wire by this constructor, and by no other way.
#pragma warning disable SYSLIB0051
    private FarException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
    }
#pragma warning restore SYSLIB0051
}
