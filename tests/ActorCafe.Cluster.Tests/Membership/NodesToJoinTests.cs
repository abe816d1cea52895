using ActorCafe.Cluster.Membership;
using Akka.Actor;

namespace ActorCafe.Cluster.Tests.Membership;

public sealed class NodesToJoinTests
{
    // The node itself is "me"; "a" and "b" are others.
    [Theory]
    [InlineData("", "", "me", "")]
    [InlineData("", "a b", "me a b", "a b")]
    [InlineData("me", "a b", "me a b", "a b")]
    [InlineData("me b", "a b", "me b a", "a b")]
    [InlineData("b", "", "b", "")]
    [InlineData("b", "a", "b", "")]
    [InlineData("b me", "a b", "b me", "")]
    public void Notes_are_used_only_by_a_node_that_may_form_a_cluster(string named, string known, string joins, string looksFor)
    {
        var nodes = NodesToJoin.Of(Addresses(named), Addresses(known), Addresses("me").Single());

        nodes.Addresses.ShouldBe(Addresses(joins));
        nodes.Known.ShouldBe(Addresses(looksFor), ignoreOrder: true);
    }

    private static Address[] Addresses(string hosts) =>
        [.. hosts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(host => new Address("akka.tcp", "actorcafe", host, 4053))];
}
