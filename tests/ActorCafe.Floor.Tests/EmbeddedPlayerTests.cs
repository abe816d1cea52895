using System.Text.RegularExpressions;
using System.Xml.Linq;
using ActorCafe.Floor.Embedding;
using ActorCafe.Floor.Facts;
using ActorCafe.Shop;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Floor.Tests;

/// <summary>The player as parts of another page.</summary>
public sealed partial class EmbeddedPlayerTests
{
    [Fact]
    public async Task It_holds_the_log_that_the_live_page_would_be_sent()
    {
        var shop = EssayShops.All[2];

        var markup = XDocument.Parse((await PlayerAsync([shop]))!.Markup);

        var log = PlayedLog.Of(Convert.FromBase64String(markup.Descendants("script").Single().Value));
        log.Json.GetRawText().ShouldBe((await PlayedLog.OfAsync(new(shop, null, null, []))).Json.GetRawText());
    }

    [Fact]
    public async Task Without_its_logs_it_is_below_60_kB()
    {
        var player = (await PlayerAsync(EssayShops.All))!;

        (Log().Replace(player.Markup, "").Length + player.Style.Length + player.Script.Length).ShouldBeInRange(30_000, 60_000);
        Log().Matches(player.Markup).Sum(log => log.Length).ShouldBeLessThan(80_000);
    }

    [Fact]
    public async Task The_same_runs_have_the_same_player() => (await PlayerAsync(EssayShops.All)).ShouldBe(await PlayerAsync(EssayShops.All));

    [Fact]
    public async Task It_asks_no_server_and_styles_nothing_else()
    {
        var player = (await PlayerAsync([EssayShops.All[0]]))!;

        player.Script.ShouldNotContain("fetch(");
        player.Style.ShouldStartWith(".floor{&{");
        player.Style.ShouldNotContain(":root");
        player.Style.ShouldNotContain("body");
    }

    [Fact]
    public async Task Runs_with_more_facts_than_a_page_can_show_have_none()
    {
        var log = new FactLog();
        var shop = EssayShops.All[0] with { Customers = EssayShops.All[0].Customers with { Orders = 60_000 } };

        var result = await Simulation.RunAsync(shop, new() { Timeline = _ => log, MeasureCapacity = false });

        result.Orders.Served.ShouldBe(60_000);
        EmbeddedPlayer.Of([new(shop, result, log)]).ShouldBeNull();
    }

    private static async Task<EmbeddedPlayer?> PlayerAsync(IReadOnlyList<ShopSettings> shops)
    {
        List<RecordedPlay> plays = [];
        foreach (var shop in shops)
        {
            var log = new FactLog();
            plays.Add(new(shop, await Simulation.RunAsync(shop, new() { Timeline = _ => log, MeasureCapacity = false }), log));
        }

        return EmbeddedPlayer.Of(plays);
    }

    [GeneratedRegex("class=\"log\">[^<]*")]
    private static partial Regex Log();
}
