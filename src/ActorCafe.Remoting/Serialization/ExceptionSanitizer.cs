using System.Collections.Frozen;
using ActorCafe.Remoting.Serialization.Proto;
using Akka.Actor;
using Akka.Util;
using Google.Protobuf;

namespace ActorCafe.Remoting.Serialization;

/// <summary>
/// Replaces exceptions by <see cref="RemoteException"/>, before they are sent and before they are read. Akka.Remote creates an
/// exception of any type that the bytes name, and runs its constructor; only the types that a supervisor decides by are kept.
/// </summary>
internal static class ExceptionSanitizer
{
    private static readonly string Replacement = typeof(RemoteException).TypeQualifiedName();

    private static readonly FrozenSet<string> Kept = new[]
    {
        typeof(ActorInitializationException).TypeQualifiedName(),
        typeof(ActorKilledException).TypeQualifiedName(),
        typeof(DeathPactException).TypeQualifiedName(),
        Replacement,
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Returns the exception as it may be sent.</summary>
    public static Exception? Sanitize(Exception? cause) => cause switch
    {
        null or RemoteException or ActorKilledException or DeathPactException => cause,
        ActorInitializationException e => new ActorInitializationException(e.Actor, e.Message, Sanitize(e.InnerException)),
        _ => new RemoteException($"{cause.GetType()}: {cause.Message}"),
    };

    /// <summary>Replaces every type that must not be created here, at any depth; the message stays.</summary>
    public static void Sanitize(FailureData? cause)
    {
        for (var failure = cause; failure is not null; failure = failure.Inner)
        {
            if (failure.TypeName.Length > 0 && !Kept.Contains(failure.TypeName))
            {
                failure.TypeName = Replacement;
                failure.CustomFields.Clear();
            }

            failure.TypeForwardedFrom = "";
        }
    }

    /// <summary>Rewrites a message whose first field is an exception.</summary>
    public static byte[] Sanitize(byte[] bytes)
    {
        var caused = CausedData.Parser.ParseFrom(bytes);
        Sanitize(caused.Cause);
        return caused.ToByteArray();
    }
}
