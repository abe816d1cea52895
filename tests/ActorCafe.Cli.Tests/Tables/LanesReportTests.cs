using ActorCafe.Cli.Tables;
using ActorCafe.Pictures.Recording;
using ActorCafe.Shop;
using ActorCafe.Shop.Settings;
using Spectre.Console;

namespace ActorCafe.Cli.Tests.Tables;

public sealed class LanesReportTests
{
    // Accept 20 s, grind 60 s, brew 45 s; a customer every 90 s: four of them take 3 * 90 + 125 + 90 s.
    [Fact]
    public async Task A_line_per_worker_and_a_sign_per_slice_of_time()
    {
        var pipeline = await PlayAsync(Four(SampleData.Shop()));
        var two = await PlayAsync(Four(SampleData.Shop("two-grinders", 1, 2, 1)));
        ConsoleCapture.By(console => LanesReport.Write(console, [pipeline, two])).ShouldBe(
            """
            The first 4 orders; each character is 6.9s. 1 to 4: serving that order; ░: held
            by it; >: handing it over; ·: idle.

            pipeline: done after 8m 05s
            waiter    ·············111··········222··········333··········444···············
            grinder   ················111111111····222222222····333333333····444444444······
            machine   ·························111111·······222222·······333333·······444444

            two-grinders: done after 8m 05s
            waiter    ·············111··········222··········333··········444···············
            grinder 1 ················111111111·················333333333···················
            grinder 2 ·····························222222222·················444444444······
            machine   ·························111111·······222222·······333333·······444444
                      0                                                               8m 05s

            """);
    }

    [Fact]
    public async Task Who_stays_with_an_order_is_held_by_it()
    {
        var shop = SampleData.Shop();
        var staying = await PlayAsync(Four(shop with { Stages = shop.Stages.SetItem(0, shop.Stages[0] with { StaysWithOrder = true }) }));
        ConsoleCapture.By(console => LanesReport.Write(console, [staying])).ShouldContain("1░░░");
    }

    [Fact]
    public async Task Without_colours_nothing_but_signs_is_printed()
    {
        var played = await PlayAsync(Four(SampleData.Shop()));
        ConsoleCapture.By(console => LanesReport.Write(console, [played])).ShouldNotContain('\u001b');
    }

    [Theory]
    [InlineData(40)]
    [InlineData(200)]
    public async Task Lines_are_as_wide_as_the_terminal(int width)
    {
        var played = await PlayAsync(Four(SampleData.Shop()));
        var writer = new StringWriter { NewLine = "\n" };
        var console = Terminal.For(writer, redirected: true);
        console.Profile.Width = width;
        LanesReport.Write(console, [played]);
        var lines = writer.ToString().Split('\n');
        lines.ShouldAllBe(line => line.Length <= width);
        lines.Single(line => line.StartsWith("grinder ", StringComparison.Ordinal)).Length.ShouldBe(width);
    }

    private static ShopSettings Four(ShopSettings shop) => shop with { Customers = shop.Customers with { Orders = 4 } };

    private static async Task<RecordedShop> PlayAsync(ShopSettings shop)
    {
        var recording = new ShopRecording(shop.Stages.Length);
        return new(shop, await Simulation.RunAsync(shop, new RunOptions { Timeline = _ => recording }), recording);
    }
}
