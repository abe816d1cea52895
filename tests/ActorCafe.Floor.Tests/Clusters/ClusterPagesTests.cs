using System.Net;
using System.Text;
using ActorCafe.Floor.Live;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ActorCafe.Floor.Tests.Clusters;

/// <summary>The server of a cluster's page: what it passes on from the front, what it lets one do, and to whom.</summary>
public sealed class ClusterPagesTests : IAsyncLifetime, IDisposable
{
    private readonly LiveFloor _live = new(EssayShops.Pipeline, TimeProvider.System);
    private readonly HttpClient _client = new();
    private readonly List<string?> _keysShown = [];
    private WebApplication _front = null!;
    private FakeCluster _cluster = null!;
    private FloorServer _floor = null!;

    public async Task InitializeAsync()
    {
        _front = LocalWeb.Create(context =>
        {
            _keysShown.Add(context.Request.Headers["X-Api-Key"]);
            return _live.AnswerAsync(context);
        });
        await _front.StartAsync();
        _cluster = new FakeCluster(new Uri(_front.Urls.First()));
        _floor = await FloorServer.StartAsync(_cluster, port: 0);
        _client.BaseAddress = new Uri(_floor.Page.GetLeftPart(UriPartial.Path));
    }

    public async Task DisposeAsync()
    {
        await _floor.DisposeAsync();
        await _front.DisposeAsync();
    }

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task The_address_has_a_key_of_this_start()
    {
        await using var other = await FloorServer.StartAsync(_cluster, port: 0);

        _floor.Page.Fragment.ShouldMatch("^#key=[0-9a-f]{32}$");
        other.Page.Fragment.ShouldNotBe(_floor.Page.Fragment);
        (await _client.GetStringAsync(_floor.Page)).ShouldContain("ActorCafe: the floor");
    }

    [Fact]
    public async Task Nodes_are_listed_with_what_their_processes_do()
    {
        (await _client.GetStringAsync("/floor/nodes")).ShouldBe(
            """{"rate":0,"nodes":[{"name":"front","role":"front","roles":["front"],"address":"akka.tcp://actorcafe@127.0.0.1:1","state":"running","since":5,"startsAgain":false},"""
            + """{"name":"machine node 1","role":"machine","roles":["machine"],"address":null,"state":"starting","since":1.5,"startsAgain":false}]}""");
        (await _client.GetStringAsync("/floor/shops")).ShouldBe("[]");
    }

    [Theory]
    [InlineData("nodes/front/kill", "", HttpStatusCode.Accepted, """{"name":"front","startsAgain":true}""")]
    [InlineData("nodes/machine%20node%201/kill", "", HttpStatusCode.Conflict, "machine node 1 is not running.")]
    [InlineData("nodes/nobody/kill", "", HttpStatusCode.NotFound, "There is no node nobody.")]
    [InlineData("nodes", """{"role": "machine"}""", HttpStatusCode.Accepted, """{"name":"machine node 2"}""")]
    [InlineData("nodes", """{"role": "front"}""", HttpStatusCode.BadRequest, """Name the role of the new node: {"role": "machine"} or {"role": "grinder"}.""")]
    [InlineData("nodes", "no JSON", HttpStatusCode.BadRequest, """Name the role of the new node: {"role": "machine"} or {"role": "grinder"}.""")]
    [InlineData("rate", """{"perSecond": 2.5}""", HttpStatusCode.OK, """{"rate":2.5}""")]
    [InlineData("rate", """{"perSecond": -1}""", HttpStatusCode.BadRequest, """Write a number from 0 to 500: {"perSecond": 5}.""")]
    [InlineData("rate", """{"perSecond": "5"}""", HttpStatusCode.BadRequest, """Write a number from 0 to 500: {"perSecond": 5}.""")]
    [InlineData("nothing", "", HttpStatusCode.NotFound, "There is nothing here that could be changed.")]
    public async Task With_the_key_nodes_are_killed_and_started_and_customers_come(string path, string body, HttpStatusCode status, string answer)
    {
        using var answered = await PostAsync(path, body, Key);

        (answered.StatusCode, (await answered.Content.ReadAsStringAsync()).Trim()).ShouldBe((status, answer));
    }

    [Fact]
    public async Task One_cannot_start_nodes_without_end()
    {
        using var first = await PostAsync("nodes", """{"role": "machine"}""", Key);
        using var second = await PostAsync("nodes", """{"role": "machine"}""", Key);

        first.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (second.StatusCode, (await second.Content.ReadAsStringAsync()).Trim()).ShouldBe((HttpStatusCode.Conflict, "This command does not start any more machine nodes."));
    }

    [Theory]
    [InlineData("nodes/front/kill")]
    [InlineData("nodes")]
    [InlineData("rate")]
    public async Task Without_the_key_nothing_happens(string path)
    {
        foreach (var key in new[] { null, "", "0123456789abcdef0123456789abcdef" })
        {
            using var refused = await PostAsync(path, """{"role": "machine", "perSecond": 1}""", key);

            refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await refused.Content.ReadAsStringAsync()).ShouldBe("This needs the key of this start in the header X-Floor-Key; open the page at the address that the command printed.\n");
        }

        (_cluster.Nodes.Count, _cluster.Nodes[0].State, _cluster.Rate).ShouldBe((2, Floor.Clusters.ClusterNodeState.Running, 0));
    }

    [Theory]
    [InlineData("evil.example", null)]
    [InlineData(null, "http://evil.example")]
    public async Task Foreign_hosts_and_origins_are_refused_even_with_the_key(string? host, string? origin)
    {
        using var request = Post("rate", """{"perSecond": 1}""", Key);
        request.Headers.Host = host;
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var refused = await _client.SendAsync(request);

        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("evil.example");
        _cluster.Rate.ShouldBe(0);
    }

    [Fact]
    public async Task What_the_front_tells_is_passed_on_until_the_front_ends()
    {
        _live.Open(() => TimeSpan.Zero, () => new BookCounts(0, 0, 0, 0));
        using var reader = await FactReader.OpenAsync(_client, "/floor/facts");
        (await reader.NextAsync()).Kind.ShouldBe("scene");
        _live.MachineChanged("machine-1", "somewhere");
        (await reader.NextAsync()).Kind.ShouldBe("machine");

        await _front.StopAsync();

        (await reader.EndsAsync()).ShouldBeTrue();
        using var gone = await _client.GetAsync("/floor/facts");
        (gone.StatusCode, await gone.Content.ReadAsStringAsync()).ShouldBe((HttpStatusCode.BadGateway, "The front does not answer now.\n"));
    }

    [Fact]
    public async Task A_front_that_is_not_open_is_passed_on_as_such()
    {
        using var closed = await _client.GetAsync("/floor/facts");

        (closed.StatusCode, await closed.Content.ReadAsStringAsync()).ShouldBe((HttpStatusCode.ServiceUnavailable, "The café is not open yet.\n"));
    }

    [Fact]
    public async Task The_fronts_key_is_shown_for_those_only_who_have_the_key_of_this_start()
    {
        _cluster.ApiKey = "beans";
        _live.Open(() => TimeSpan.Zero, () => new BookCounts(0, 0, 0, 0));

        using var refused = await _client.GetAsync("/floor/facts");
        _client.DefaultRequestHeaders.Add("X-Floor-Key", Key);
        using var reader = await FactReader.OpenAsync(_client, "/floor/facts");

        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await reader.NextAsync()).Kind.ShouldBe("scene");
        _keysShown.ShouldBe(["beans"]);
    }

    private string Key => _floor.Page.Fragment["#key=".Length..];

    private Task<HttpResponseMessage> PostAsync(string path, string body, string? key) => _client.SendAsync(Post(path, body, key));

    private static HttpRequestMessage Post(string path, string body, string? key)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/floor/{path}") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (key is not null)
        {
            request.Headers.Add("X-Floor-Key", key);
        }

        return request;
    }
}
