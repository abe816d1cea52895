using ActorCafe.Cli.Reporting;
using ActorCafe.Floor.Facts;
using ActorCafe.Pictures.Recording;
using ActorCafe.Pictures.Report;
using ActorCafe.Shop;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Tests.Reporting;

/// <summary>What a report says about its player.</summary>
public sealed class PlayerSectionTests
{
    [Fact]
    public async Task A_run_with_too_many_events_says_so_and_what_to_do()
    {
        var section = await SectionAsync(overfull: true);

        section.Parts.ShouldBeNull();
        section.Lines.ShouldBe(["There is no player here: the run has more than 500,000 events, too many for a page. Simulate fewer orders, with --orders."]);
    }

    [Fact]
    public async Task Of_several_replications_it_shows_the_first_and_says_so()
    {
        var section = await SectionAsync(replications: 2);

        section.Parts.ShouldNotBeNull();
        section.Lines.ShouldContain("This is the first replication.");
        (await SectionAsync()).Lines.ShouldNotContain("This is the first replication.");
    }

    [Fact]
    public async Task A_warm_up_is_not_left_out_and_it_says_so() =>
        (await SectionAsync(warmUp: new WarmUp.Orders(3))).Lines.ShouldContain("The means here count from opening, without a warm-up.");

    private static async Task<ReportPlayer> SectionAsync(int replications = 1, WarmUp? warmUp = null, bool overfull = false)
    {
        var shop = SampleData.Shop();
        shop = shop with { Statistics = shop.Statistics with { WarmUp = warmUp ?? WarmUp.None } };
        var log = new FactLog();
        var result = await Simulation.RunAsync(shop, new() { Timeline = replication => replication == 1 ? log : null, Replications = replications, MeasureCapacity = false });
        for (var k = 0; overfull && k < 500_000; k++)
        {
            log.AwaitsPickUp(1, TimeSpan.Zero);
        }

        return PlayerSection.Of([new(shop, result, new ShopRecording(shop.Stages.Length))], [log]);
    }
}
