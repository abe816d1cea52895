using System.Collections.Immutable;
using Akka.Actor;
using Akka.Actor.Scheduler;

namespace ActorCafe.Time.Tests.Programs;

/// <summary>A message that says what its receiver does.</summary>
internal record Note(string Name, params ImmutableArray<Action<Player>> Acts);

/// <summary>A message that does not restart a receive timeout.</summary>
internal sealed record QuietNote(string Name, ImmutableArray<Action<Player>> Acts) : Note(Name, Acts), INotInfluenceReceiveTimeout;

/// <summary>A message as Akka's schedulers may wrap it; the receiver sees what is inside.</summary>
internal sealed record Wrapped(object Message) : IScheduledTellMsg;

/// <summary>A failure that its supervisor answers with the directive.</summary>
internal sealed class Fault(Directive directive) : Exception
{
    public Directive Directive => directive;
}
