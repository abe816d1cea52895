using System.Diagnostics;
using System.Net;
using ActorCafe.Cluster.Settings;

namespace ActorCafe.Node.Tests.Http;

/// <summary><c>/floor</c> of a front.</summary>
public sealed class FloorTests
{
    private static readonly NodeSettings Shown = RunningNode.Settings() with { HasFloor = true };

    [Fact]
    public async Task A_front_tells_what_happens_there()
    {
        await using var node = await RunningNode.StartAsync(Shown);
        node.Actors.Watcher!.Opened(node.Front, () => TimeSpan.FromSeconds(5));
        node.Actors.Watcher.MemberChanged(new("akka.tcp://actorcafe@127.0.0.1:4053", ["front"], "Up"));
        node.Actors.Watcher.Timeline.WorkerJoined(0, 1, TimeSpan.FromSeconds(5));
        using var reader = await FactReader.OpenAsync(node.Client, "/floor/facts");

        var scene = await reader.NextAsync();
        node.Actors.Watcher.MachineMoved("machine-1", "akka.tcp://actorcafe@127.0.0.1:4054");
        var machine = await reader.NextAsync();

        scene.Data.GetProperty("nodes").GetRawText().ShouldBe("""[{"address":"akka.tcp://actorcafe@127.0.0.1:4053","roles":["front"],"status":"up"}]""");
        scene.Data.GetProperty("levels").GetProperty("duplicatesSuppressed").GetInt64().ShouldBe(3);
        scene.Facts().ShouldHaveSingleItem().Worker.ShouldBe(1);
        machine.Data.GetRawText().ShouldBe("""{"t":5,"id":"machine-1","node":"akka.tcp://actorcafe@127.0.0.1:4054"}""");
    }

    [Fact]
    public async Task The_stream_lasts_longer_than_a_request_may_take_and_ends_with_the_node()
    {
        var limit = TimeSpan.FromMilliseconds(300);
        await using var node = await RunningNode.StartAsync(Shown, times: new() { Request = limit });
        node.Actors.Watcher!.Opened(node.Front, () => TimeSpan.Zero);
        using var reader = await FactReader.OpenAsync(node.Client, "/floor/facts");
        var since = Stopwatch.GetTimestamp();

        (await reader.NextAsync()).Kind.ShouldBe("scene");
        for (var move = 0; Stopwatch.GetElapsedTime(since) < 3 * limit; move++)
        {
            node.Actors.Watcher.MachineMoved("machine-1", $"node {move}");
            (await reader.NextAsync()).Data.GetProperty("node").GetString().ShouldBe($"node {move}");
        }

        node.Close();
        (await reader.EndsAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task With_an_API_key_the_page_is_free_and_what_it_shows_is_not()
    {
        await using var node = await RunningNode.StartAsync(RunningNode.Settings(apiKey: "beans") with { HasFloor = true });
        node.Actors.Watcher!.Opened(node.Front, () => TimeSpan.Zero);

        using var page = await node.Client.GetAsync("/floor");
        using var script = await node.Client.GetAsync("/floor/floor.js");
        using var refused = await node.Client.GetAsync("/floor/facts");
        node.Client.DefaultRequestHeaders.Add("X-Api-Key", "beans");
        using var reader = await FactReader.OpenAsync(node.Client, "/floor/facts");

        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldStartWith("default-src 'none'; script-src 'self';");
        script.StatusCode.ShouldBe(HttpStatusCode.OK);
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await reader.NextAsync()).Kind.ShouldBe("scene");
    }

    [Fact]
    public async Task Without_a_floor_nobody_is_told_anything()
    {
        await using var node = await RunningNode.StartAsync();

        using var page = await node.Client.GetAsync("/floor");

        page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        node.Actors.Watcher.ShouldBeNull();
        (await node.Client.GetStringAsync("/")).ShouldNotContain("/floor");
    }

    [Fact]
    public async Task Nothing_can_be_changed_on_the_floor_of_a_front()
    {
        await using var node = await RunningNode.StartAsync(Shown);

        using var kill = await node.Client.PostAsync("/floor/nodes", null);
        using var facts = await node.Client.PostAsync("/floor/facts", null);

        kill.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        facts.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }
}
