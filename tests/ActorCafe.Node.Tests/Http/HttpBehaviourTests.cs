using System.Net;
using ActorCafe.Cluster.Settings;

namespace ActorCafe.Node.Tests.Http;

/// <summary>Health, API key and headers: what holds for every node.</summary>
public sealed class HttpBehaviourTests
{
    [Theory]
    [InlineData(NodeRole.Front)]
    [InlineData(NodeRole.Grinder)]
    [InlineData(NodeRole.Machine)]
    [InlineData(NodeRole.Seed)]
    public async Task Every_node_says_whether_it_is_live_and_whether_it_is_ready(NodeRole role)
    {
        await using var node = await RunningNode.StartAsync(RunningNode.Settings(role));

        foreach (var client in new[] { node.Client, node.Probe })
        {
            node.Actors.Obstacle = null;
            (await client.GetAsync("/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await client.GetAsync("/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
            node.Actors.Obstacle = "it is not up yet";
            (await client.GetAsync("/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await client.GetAsync("/ready")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        }
    }

    [Fact]
    public async Task A_node_that_is_not_ready_says_in_plain_text_what_it_waits_for()
    {
        await using var node = await RunningNode.StartAsync(actors: new FakeActors { Obstacle = "it is not up yet" });
        var answer = await node.Probe.GetAsync("/ready");

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        (await answer.Content.ReadAsStringAsync()).ShouldBe("Unhealthy: it is not up yet");
        (await node.Probe.SendAsync(new(HttpMethod.Head, "/ready"))).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Theory]
    [InlineData("/orders")]
    [InlineData("/orders/a")]
    [InlineData("/status")]
    public async Task A_node_that_is_no_front_hints_at_one(string path)
    {
        await using var node = await RunningNode.StartAsync(RunningNode.Settings(NodeRole.Machine));

        (await (await node.Client.GetAsync(path)).ShouldBeProblemAsync(HttpStatusCode.NotFound)).ShouldBe("this node is not a front; ask a node of role front");
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("", HttpStatusCode.Unauthorized)]
    [InlineData("beans-and-wate", HttpStatusCode.Unauthorized)]
    [InlineData("beans-and-water!", HttpStatusCode.Unauthorized)]
    [InlineData("Beans-and-water", HttpStatusCode.Unauthorized)]
    [InlineData("beans-and-water", HttpStatusCode.OK)]
    public async Task A_key_guards_orders_and_status_and_nothing_else(string? shown, HttpStatusCode status)
    {
        await using var node = await RunningNode.StartAsync(RunningNode.Settings(apiKey: "beans-and-water"));
        if (shown is not null)
        {
            node.Client.DefaultRequestHeaders.Add("X-Api-Key", shown);
        }

        (await node.Client.GetAsync("/status")).StatusCode.ShouldBe(status);
        (await node.PlaceAsync("""{"id": "a", "drink": "coffee"}""")).StatusCode.ShouldBe(status == HttpStatusCode.OK ? HttpStatusCode.Accepted : status);
        (await node.Client.GetAsync("/orders/a")).StatusCode.ShouldBe(status);
        (await node.Client.GetAsync("/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await node.Client.GetAsync("/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Without_the_key_the_answer_names_the_header_whatever_else_is_wrong()
    {
        await using var node = await RunningNode.StartAsync(RunningNode.Settings(apiKey: "beans-and-water"));
        var answer = await node.PlaceAsync("{", "text/plain");

        (await answer.ShouldBeProblemAsync(HttpStatusCode.Unauthorized)).ShouldContain("X-Api-Key");
        answer.Headers.WwwAuthenticate.ShouldHaveSingleItem().Scheme.ShouldBe("ApiKey");
    }

    [Fact]
    public async Task An_answer_says_nothing_of_the_server_and_is_not_kept()
    {
        await using var node = await RunningNode.StartAsync();
        var answer = await node.Client.GetAsync("/status");

        answer.Headers.Server.ShouldBeEmpty();
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        node.Address.IsLoopback.ShouldBeTrue();
    }
}
