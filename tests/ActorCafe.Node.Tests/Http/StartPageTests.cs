using System.Net;
using System.Xml;
using System.Xml.Linq;
using ActorCafe.Cluster.Settings;

namespace ActorCafe.Node.Tests.Http;

/// <summary>The page at <c>/</c>.</summary>
public sealed class StartPageTests
{
    [Fact]
    public async Task A_front_shows_how_to_order_and_every_link_works_once_that_is_done()
    {
        await using var node = await RunningNode.StartAsync();
        var page = await PageAsync(node);
        var curl = page.Descendants("code").ShouldHaveSingleItem().Value.Replace(" \\\n ", "", StringComparison.Ordinal);

        curl.ShouldStartWith($"curl http://127.0.0.1:{node.Address.Port}/orders -H 'Content-Type: application/json' -d '");
        (await node.PlaceAsync(curl.Split('\'')[^2])).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var links = Links(page);
        links.ShouldBe(["/orders/mine-1", "/status", "/live", "/ready", "/openapi/v1.json"]);
        foreach (var link in links)
        {
            (await node.Client.GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.OK, link);
        }
    }

    [Fact]
    public async Task A_front_with_a_floor_links_to_it()
    {
        await using var node = await RunningNode.StartAsync(RunningNode.Settings() with { HasFloor = true });

        Links(await PageAsync(node)).ShouldContain("/floor");
        (await node.Client.GetAsync("/floor")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_node_without_a_front_says_so_and_shows_its_own_links()
    {
        await using var node = await RunningNode.StartAsync(RunningNode.Settings(NodeRole.Machine));
        var page = await PageAsync(node);

        page.Descendants("p").ShouldHaveSingleItem().Value.ShouldBe("This node takes no orders. Ask a node of role front.");
        Links(page).ShouldBe(["/live", "/ready", "/openapi/v1.json"]);
    }

    [Fact]
    public async Task The_page_needs_no_key_and_shows_where_to_send_it_but_not_the_key()
    {
        await using var node = await RunningNode.StartAsync(RunningNode.Settings(apiKey: "beans-and-water"));
        var page = await PageAsync(node);

        page.Descendants("code").Single().Value.ShouldContain("-H \"X-Api-Key: $CAFE_API_KEY\"");
        page.ToString().ShouldNotContain("beans-and-water");
    }

    [Fact]
    public async Task The_page_is_for_people_and_runs_nothing()
    {
        await using var node = await RunningNode.StartAsync();
        var answer = await node.Client.GetAsync("/");
        var page = await PageAsync(node);

        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldStartWith("default-src 'none';");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        page.Attribute("lang")!.Value.ShouldBe("en");
        page.Descendants("title").ShouldHaveSingleItem().Value.ShouldBe("ActorCafe: front");
        page.Descendants("script").ShouldBeEmpty();
    }

    /// <summary>The page, which is well-formed XML too.</summary>
    private static async Task<XElement> PageAsync(RunningNode node)
    {
        var text = await node.Client.GetStringAsync("/");
        text.ShouldStartWith("<!DOCTYPE html>\n");
        using var reader = XmlReader.Create(new StringReader(text), new() { DtdProcessing = DtdProcessing.Ignore });
        return XElement.Load(reader);
    }

    private static string[] Links(XElement page) => [.. page.Descendants("a").Select(link => link.Attribute("href")!.Value)];
}
