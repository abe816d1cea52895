using System.Collections.Frozen;
using ActorCafe.Cluster.Wire.Remoting.Proto;
using Akka.Actor;
using Akka.Util;

namespace ActorCafe.Cluster.Wire.Remoting;

/// <summary>
/// Akka.Remote makes an exception of whatever type the bytes name, and runs its constructor. So only those that a supervisor decides
/// by keep their type here; every other is a <see cref="FarException"/> before it leaves and, if a stranger sent it, before it is made.
/// </summary>
internal static class FarExceptions
{
    private static readonly string Far = typeof(FarException).TypeQualifiedName();

    private static readonly FrozenSet<string> Kept = new[]
    {
        typeof(ActorInitializationException).TypeQualifiedName(),
        typeof(ActorKilledException).TypeQualifiedName(),
        typeof(DeathPactException).TypeQualifiedName(),
        Far,
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The exception as it may leave.</summary>
    public static Exception? ToSend(Exception? cause) => cause switch
    {
        null or FarException or ActorKilledException or DeathPactException => cause,
        ActorInitializationException e => new ActorInitializationException(e.Actor, e.Message, ToSend(e.InnerException)),
        _ => new FarException($"{cause.GetType()}: {cause.Message}"),
    };

    /// <summary>Takes away every type that is not to be made here, however deep; the message stays.</summary>
    public static void Disarm(FailureData? cause)
    {
        for (var failure = cause; failure is not null; failure = failure.Inner)
        {
            if (failure.TypeName.Length > 0 && !Kept.Contains(failure.TypeName))
            {
                failure.TypeName = Far;
                failure.CustomFields.Clear();
            }

            failure.TypeForwardedFrom = "";
        }
    }
}
