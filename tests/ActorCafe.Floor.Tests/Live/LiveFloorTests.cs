using System.Net;
using ActorCafe.Floor.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ActorCafe.Floor.Tests.Live;

/// <summary>The live floor over HTTP.</summary>
public sealed class LiveFloorTests : IAsyncLifetime, IDisposable
{
    private readonly LiveFloor _live = new(EssayShops.Pipeline, TimeProvider.System);
    private readonly HttpClient _client = new();
    private WebApplication _web = null!;

    public async Task InitializeAsync()
    {
        _web = LocalWeb.Create(_live.AnswerAsync);
        await _web.StartAsync();
        _client.BaseAddress = new Uri(_web.Urls.First());
    }

    public async Task DisposeAsync() => await _web.DisposeAsync();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Before_the_shop_is_open_there_is_nothing_to_see()
    {
        using var answer = await _client.GetAsync("/floor/facts");

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("The café is not open yet.\n");
    }

    [Fact]
    public async Task A_viewer_goes_on_after_the_last_number_of_the_same_run_only()
    {
        Open();
        _live.Timeline.WorkerJoined(0, 1, TimeSpan.FromSeconds(1));
        string run;
        using (var first = await LookAsync("/floor/facts"))
        {
            var scene = await first.NextAsync();
            scene.Kind.ShouldBe("scene");
            run = scene.Data.GetProperty("run").GetString()!;
        }

        _live.Timeline.WorkerJoined(0, 2, TimeSpan.FromSeconds(2));
        using var again = await LookAsync($"/floor/facts?run={run}&from=1");
        using var other = await LookAsync("/floor/facts?run=other&from=1");

        var facts = await again.NextAsync();
        (facts.Kind, facts.Id).ShouldBe(("facts", 2));
        facts.Facts().ShouldHaveSingleItem().Worker.ShouldBe(2);
        (await other.NextAsync()).Kind.ShouldBe("scene");
    }

    [Fact]
    public async Task Changes_of_the_cluster_are_told_as_they_come_and_kept_for_those_who_come_later()
    {
        Open();
        using var early = await LookAsync("/floor/facts");
        await early.NextAsync();
        _live.NodeChanged(new("akka.tcp://actorcafe@b:1", ["machine"], "up"));
        _live.NodeChanged(new("akka.tcp://actorcafe@b:1", ["machine"], "up"));
        _live.MachineChanged("machine-1", "akka.tcp://actorcafe@b:1");

        var (node, machine) = (await early.NextAsync(), await early.NextAsync());
        using var late = await LookAsync("/floor/facts");
        var scene = await late.NextAsync();

        node.Data.GetRawText().ShouldBe("""{"t":10,"address":"akka.tcp://actorcafe@b:1","roles":["machine"],"status":"up"}""");
        machine.Data.GetRawText().ShouldBe("""{"t":10,"id":"machine-1","node":"akka.tcp://actorcafe@b:1"}""");
        scene.Data.GetProperty("nodes").GetRawText().ShouldBe("""[{"address":"akka.tcp://actorcafe@b:1","roles":["machine"],"status":"up"}]""");
        scene.Data.GetProperty("machines").GetRawText().ShouldBe("""[{"id":"machine-1","node":"akka.tcp://actorcafe@b:1"}]""");
        scene.Data.GetProperty("levels").GetProperty("accepted").GetInt64().ShouldBe(7);
    }

    [Fact]
    public async Task Streams_end_when_the_server_does()
    {
        Open();
        using var viewer = await LookAsync("/floor/facts");
        await viewer.NextAsync();

        await _web.StopAsync();

        (await viewer.EndsAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task The_101st_viewer_is_refused_until_another_goes()
    {
        Open();
        var viewers = new List<FactReader>();
        for (var viewer = 0; viewer < 100; viewer++)
        {
            viewers.Add(await LookAsync("/floor/facts"));
            await viewers[^1].NextAsync();
        }

        using var refused = await _client.GetAsync("/floor/facts");
        viewers.ForEach(viewer => viewer.Dispose());

        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await refused.Content.ReadAsStringAsync()).ShouldBe("100 pages are already watching this café; close one of them.\n");
    }

    [Fact]
    public async Task The_page_is_there_and_no_shop_to_be_played()
    {
        (await _client.GetStringAsync("/floor")).ShouldContain("ActorCafe: the floor");
        (await _client.GetStringAsync("/floor/log.js")).ShouldContain("ShopLog");
        (await _client.GetStringAsync("/floor/shops")).ShouldBe("[]");
        using var nodes = await _client.GetAsync("/floor/nodes");
        nodes.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private void Open() => _live.Open(() => TimeSpan.FromSeconds(10), () => new BookCounts(7, 4, 3, 0));

    private Task<FactReader> LookAsync(string path) => FactReader.OpenAsync(_client, path);
}
