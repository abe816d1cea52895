using System.Reflection;
using ActorCafe.Shop.Workers;
using Akka.Actor;

namespace ActorCafe.Shop.Tests;

public sealed class ArchitectureTests
{
    [Fact]
    public void Actors_and_their_messages_are_sealed()
    {
        var actors = typeof(Simulation).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(ActorBase))).ToArray();
        var messages = actors.SelectMany(actor => actor.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic))
            .Where(type => type.IsClass && type.GetMethod("<Clone>$") is not null).ToArray();

        // Users of the library derive from the one exception.
        actors.ShouldAllBe(actor => actor.IsSealed || actor.IsAbstract || actor == typeof(SteadyWorker));
        messages.ShouldNotBeEmpty();
        messages.ShouldAllBe(message => message.IsSealed);
    }
}
