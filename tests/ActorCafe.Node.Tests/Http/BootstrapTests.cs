using System.Net;
using ActorCafe.Cluster.Settings;

namespace ActorCafe.Node.Tests.Http;

/// <summary>What nodes ask each other while they look for a cluster.</summary>
public sealed class BootstrapTests
{
    private const string Path = "/bootstrap/seed-nodes";
    private const string Members = """{"SelfNode":{},"Nodes":[]}""";

    private static NodeSettings Pod => RunningNode.Settings() with { Discovery = ClusterDiscovery.Kubernetes };

    [Fact]
    public async Task The_management_port_names_the_members_once_they_are_known()
    {
        var actors = new FakeActors();
        await using var node = await RunningNode.StartAsync(Pod, actors: actors);
        (await node.Probe.GetAsync(Path)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);

        actors.SeedNodes = Members;

        (await node.Probe.GetStringAsync(Path)).ShouldBe(Members);
    }

    [Fact]
    public async Task Customers_are_not_told_the_members()
    {
        await using var node = await RunningNode.StartAsync(Pod, actors: new FakeActors { SeedNodes = Members });

        (await node.Client.GetAsync(Path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nobody_is_told_the_members_where_seed_nodes_are_asked()
    {
        await using var node = await RunningNode.StartAsync(actors: new FakeActors { SeedNodes = Members });

        (await node.Probe.GetAsync(Path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
