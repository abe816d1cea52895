using System.Runtime.Serialization;

namespace ActorCafe.Remoting;

/// <summary>A failure on another node. The original type stays there: only a few of Akka's own exceptions are recreated from the wire.</summary>
internal sealed class RemoteException : Exception
{
    public RemoteException(string message)
        : base(message)
    {
    }

    // Akka.Remote recreates exceptions with this constructor only.
#pragma warning disable SYSLIB0051
    private RemoteException(SerializationInfo info, StreamingContext context)
        : base(info, context)
    {
    }
#pragma warning restore SYSLIB0051
}
