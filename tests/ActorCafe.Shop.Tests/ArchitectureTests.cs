using System.Reflection;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Time;
using Akka.Actor;

namespace ActorCafe.Shop.Tests;

public sealed class ArchitectureTests
{
    private static readonly Assembly Shop = typeof(Simulation).Assembly;

    [Fact]
    public void Arrows_point_one_way()
    {
        Ours(typeof(Distribution).Assembly).ShouldBeEmpty();
        Ours(typeof(IClock).Assembly).ShouldBe(["Akka"]);
        Ours(Shop).ShouldBe(["ActorCafe.Queueing", "ActorCafe.Time", "Akka"]);
    }

    [Fact]
    public void The_domain_knows_no_console_and_no_web() =>
        Shop.GetReferencedAssemblies().Select(name => name.Name).ShouldNotContain(name =>
            name == "System.Console" || name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name.StartsWith("System.Net", StringComparison.Ordinal));

    [Fact]
    public void Actors_and_their_messages_are_sealed()
    {
        var actors = Shop.GetTypes().Where(type => type.IsAssignableTo(typeof(ActorBase))).ToArray();
        var messages = actors.SelectMany(actor => actor.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic))
            .Where(type => type.IsClass && type.GetMethod("<Clone>$") is not null).ToArray();

        actors.ShouldAllBe(actor => actor.IsSealed || actor.IsAbstract);
        messages.ShouldNotBeEmpty();
        messages.ShouldAllBe(message => message.IsSealed);
    }

    private static IEnumerable<string?> Ours(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(name => name.Name)
            .Where(name => name!.StartsWith("ActorCafe", StringComparison.Ordinal) || name.StartsWith("Akka", StringComparison.Ordinal)).Order();
}
