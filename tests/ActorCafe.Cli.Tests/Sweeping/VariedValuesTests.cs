using ActorCafe.Cli.Sweeping;
using ActorCafe.Cli.Tables;
using ActorCafe.Configuration;

namespace ActorCafe.Cli.Tests.Sweeping;

/// <summary>The values of <c>--vary</c>.</summary>
public sealed class VariedValuesTests
{
    private const string Grinder = "akka.actor.deployment./cafe/grinder.nr-of-instances";

    [Theory]
    [InlineData("grinder=1..4", Grinder, "1|2|3|4")]
    [InlineData("akka.actor.deployment./cafe/grinder.nr-of-instances=2,8", Grinder, "2|8")]
    [InlineData("cafe.seed=1,5..7", "cafe.seed", "1|5|6|7")]
    [InlineData("cafe.customers.arrivals.mean=20s..40s..10s", "cafe.customers.arrivals.mean", "20s|30s|40s")]
    [InlineData("a.mean=0.5..1.5m..0.5", "a.mean", "0.5m|1m|1.5m")]
    [InlineData("cafe.stages=[a, b],[c]", "cafe.stages", "[a, b]|[c]")]
    [InlineData("a.b={ x = 1, y = 2 },{ x = 2, y = 3 }", "a.b", "{ x = 1, y = 2 }|{ x = 2, y = 3 }")]
    [InlineData("a.file=\"a,b.csv\",../c.csv", "a.file", "\"a,b.csv\"|../c.csv")]
    public void A_key_takes_lists_ranges_and_anything_HOCON_has(string text, string path, string values)
    {
        var vary = VariedValues.Read(text);
        vary.Key.Path.ShouldBe(path);
        string.Join('|', vary.Values).ShouldBe(values);
    }

    [Theory]
    [InlineData("")]
    [InlineData("grinder")]
    [InlineData("=1")]
    [InlineData("grinder=")]
    [InlineData("grinder=1,,2")]
    [InlineData("grinder=1,1")]
    [InlineData("grinder=4..1")]
    [InlineData("grinder=1..4..0")]
    [InlineData("grinder=1..")]
    [InlineData("grinder=1..1000000000")]
    [InlineData("a.b=1s..4m")]
    [InlineData("a..b=1")]
    public void Anything_else_is_refused_by_the_name_of_the_option(string text) =>
        Should.Throw<InputException>(() => VariedValues.Read(text)).Message.ShouldStartWith("--vary: ");

    [Fact]
    public void A_grid_is_every_combination_and_the_last_key_changes_first()
    {
        var points = SweepPoint.Grid([VariedValues.Read("grinder=1,2"), VariedValues.Read("machine=1..3")], changes => ShopFiles.LoadEmbedded("pipeline.conf", [.. changes]));
        points.Count.ShouldBe(6);
        points[1].Name.ShouldBe("grinder=1, machine=2");
        points[5].Shop.Settings.Stages.Select(stage => stage.Workers).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void What_is_varied_goes_over_all_other_options()
    {
        var options = new Override[] { new("--pool", "grinder=9"), new("--set", "cafe.seed=9"), new("--seed", "8") };
        var points = SweepPoint.Grid([VariedValues.Read("grinder=2"), VariedValues.Read("cafe.seed=5")], changes => ShopFiles.LoadEmbedded("pipeline.conf", [.. options, .. changes]));
        points[0].Shop.Settings.Stages[1].Workers.ShouldBe(2);
        points[0].Shop.Settings.Seed.ShouldBe(5);
    }

    [Fact]
    public void One_key_spelled_in_two_ways_is_varied_twice() =>
        Should.Throw<InputException>(() => SweepPoint.Grid([VariedValues.Read("grinder=1"), VariedValues.Read($"{Grinder}=2")], _ => null!)).Message.ShouldContain("varied twice");

    [Theory]
    [InlineData(Grinder, "grinder")]
    [InlineData("cafe.customers.arrivals.mean", "arrivals\nmean")]
    [InlineData("cafe.step.grind.service.mean", "grind\nmean")]
    [InlineData("cafe.seed", "seed")]
    public void A_column_is_headed_by_the_part_of_the_key_that_tells(string path, string head) => SweepTable.Head(path).ShouldBe(head);
}
