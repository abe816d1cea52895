using System.Net;
using System.Text.Json;
using ActorCafe.Cluster.Settings;

namespace ActorCafe.Node.Tests.Http;

/// <summary>Health, API key and description: what holds for every node.</summary>
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

        (await node.Client.GetAsync("/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await node.Client.GetAsync("/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
        node.Actors.Obstacle = "it is not up yet";
        (await node.Client.GetAsync("/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await node.Client.GetAsync("/ready")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Theory]
    [InlineData("/orders")]
    [InlineData("/orders/a")]
    [InlineData("/status")]
    public async Task A_node_that_is_no_front_hints_at_one(string path)
    {
        await using var node = await RunningNode.StartAsync(RunningNode.Settings(NodeRole.Machine));

        (await (await node.Client.GetAsync(path)).ShouldBeProblemAsync(HttpStatusCode.NotFound)).ShouldBe("this node is no front; ask a node of role front");
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
    public async Task The_description_names_every_path_and_answer()
    {
        await using var node = await RunningNode.StartAsync();
        using var document = JsonDocument.Parse(await node.Client.GetStringAsync("/openapi/v1.json"));
        var paths = document.RootElement.GetProperty("paths");

        paths.EnumerateObject().Select(path => path.Name).ShouldBe(["/orders", "/orders/{id}", "/status"]);
        paths.GetProperty("/orders").GetProperty("post").GetProperty("responses").EnumerateObject().Select(answer => answer.Name).Order()
            .ShouldBe(["200", "202", "400", "401", "409", "413", "415", "503", "504"]);
        document.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("OrderAnswer").GetProperty("properties")
            .EnumerateObject().Select(field => field.Name).ShouldBe(["id", "state", "drink", "customer", "machine", "acceptedAt", "servedAt"]);
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
