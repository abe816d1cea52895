using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;

namespace ActorCafe.Floor.Tests;

/// <summary>The server over HTTP, and what it keeps from others.</summary>
public sealed class FloorServerTests : IAsyncLifetime, IDisposable
{
    private readonly HttpClient _client = new();
    private FloorServer _floor = null!;

    public async Task InitializeAsync()
    {
        _floor = await FloorServer.StartAsync(EssayShops.All, port: 0);
        _client.BaseAddress = _floor.Page;
    }

    public async Task DisposeAsync() => await _floor.DisposeAsync();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task The_same_play_is_not_sent_twice()
    {
        using var first = await _client.GetAsync("/floor/plays?shop=solo&orders=20");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/floor/plays?shop=solo&orders=20");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await _client.SendAsync(request);

        var play = JsonDocument.Parse(await first.Content.ReadAsStringAsync()).RootElement;
        first.Headers.ETag!.Tag.ShouldStartWith($"\"{play.GetProperty("checksum").GetString()}-");
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await second.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_play_is_compressed_for_those_who_can_read_that()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/floor/plays?shop=solo&orders=20");
        request.Headers.AcceptEncoding.Add(new("gzip"));
        using var packed = await _client.SendAsync(request);
        using var plain = await _client.GetAsync("/floor/plays?shop=solo&orders=20");

        packed.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        PlayedLog.Of(await packed.Content.ReadAsByteArrayAsync()).Json.GetRawText().ShouldBe(await plain.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/floor", HttpStatusCode.OK)]
    [InlineData("/floor/nothing", HttpStatusCode.NotFound)]
    [InlineData("/floor/plays?shop=solo&orders=none", HttpStatusCode.BadRequest)]
    public async Task Every_answer_forbids_what_is_not_its_own(string path, HttpStatusCode status)
    {
        using var answer = await _client.GetAsync(path);

        answer.StatusCode.ShouldBe(status);
        answer.Headers.GetValues("Content-Security-Policy").ShouldBe([
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"]);
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Theory]
    [InlineData("evil.example", null, "The floor is not served as evil.example; use http://127.0.0.1:PORT/floor.")]
    [InlineData("127.0.0.1:1", null, "The floor is not served as 127.0.0.1:1; use http://127.0.0.1:PORT/floor.")]
    [InlineData(null, "http://evil.example", "A page of http://evil.example may not look at the floor; open http://127.0.0.1:PORT/floor.")]
    [InlineData(null, "null", "A page of null may not look at the floor; open http://127.0.0.1:PORT/floor.")]
    public async Task Foreign_hosts_and_origins_are_refused(string? host, string? origin, string why)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/floor/shops");
        request.Headers.Host = host;
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var answer = await _client.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync()).Trim().ShouldBe(why.Replace("PORT", $"{_floor.Page.Port}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_can_be_changed()
    {
        using var answer = await _client.PostAsync("/floor/plays?shop=solo", null);

        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await answer.Content.ReadAsStringAsync()).Trim().ShouldBe("POST changes nothing here; use GET.");
    }

    [Fact]
    public async Task Too_many_orders_are_refused_with_what_to_do()
    {
        using var answer = await _client.GetAsync("/floor/plays?shop=pipeline&orders=60000");

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).Trim().ShouldBe("pipeline has more than 500,000 facts, too many for a page; simulate fewer orders.");
    }

    [Fact]
    public async Task A_taken_port_is_said()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        await Should.ThrowAsync<PortTakenException>(() => FloorServer.StartAsync(EssayShops.All, ((IPEndPoint)other.LocalEndpoint).Port));
    }

    [Fact]
    public async Task Pages_that_ask_for_the_same_plan_share_one_search()
    {
        var planner = new LessonPlannerStub();
        await using var floor = await FloorServer.StartAsync(EssayShops.All, port: 0, planner);

        var plans = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _client.GetStringAsync(new Uri(floor.Page, "/floor/plan?shop=pipeline&p95=360"))));

        plans.Distinct().ShouldHaveSingleItem().ShouldContain("\"costPerHour\": 72");
        planner.Plans.ShouldBe(1);
        (await _client.GetStringAsync(new Uri(floor.Page, "/floor/shops"))).ShouldContain("{\"name\":\"pipeline\",\"seed\":1,\"costPerHour\":[15,15,4]}");
    }

    [Theory]
    [InlineData("shop=pipeline", "p95 is missing; use p95=SECONDS.")]
    [InlineData("shop=pipeline&p95=0", "p95=0 is out of range; use a whole number of seconds from 1 to 86400.")]
    [InlineData("shop=nobody&p95=360", "There is no shop nobody here; use one of solo, duplicated, pipeline, more-grinders, more-machines.")]
    public async Task What_cannot_be_planned_is_refused(string query, string why)
    {
        var planner = new LessonPlannerStub();
        await using var floor = await FloorServer.StartAsync(EssayShops.All, port: 0, planner);

        using var answer = await _client.GetAsync(new Uri(floor.Page, $"/floor/plan?{query}"));

        ((int)answer.StatusCode).ShouldBeInRange(400, 404);
        (await answer.Content.ReadAsStringAsync()).Trim().ShouldBe(why);
        planner.Plans.ShouldBe(0);
    }

    [Fact]
    public async Task Without_a_lesson_there_is_no_plan()
    {
        using var answer = await _client.GetAsync("/floor/plan?shop=pipeline&p95=360");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _client.GetStringAsync("/floor/shops")).ShouldContain("{\"name\":\"pipeline\",\"seed\":1}");
    }
}
