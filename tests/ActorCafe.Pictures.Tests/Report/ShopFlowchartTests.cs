using ActorCafe.Pictures.Report;

namespace ActorCafe.Pictures.Tests.Report;

public sealed class ShopFlowchartTests
{
    [Fact]
    public async Task Where_only_pools_differ_the_boxes_stay_and_the_numbers_change()
    {
        var (one, two) = (await OfAsync("pipeline"), await OfAsync("more-grinders"));
        two.Stages.Select(stage => (stage.Name, stage.Router)).ShouldBe(one.Stages.Select(stage => (stage.Name, stage.Router)));
        two.Arrows.ShouldBe(one.Arrows);
        one.Stages.Select(stage => stage.Workers).ShouldBe([1, 1, 1]);
        two.Stages.Select(stage => stage.Workers).ShouldBe([1, 2, 1]);
        one.Stages.Single(stage => stage.IsBottleneck).Name.ShouldBe("grinder");
        two.Stages.Single(stage => stage.IsBottleneck).Name.ShouldBe("machine");
    }

    [Fact]
    public async Task Arrows_go_as_the_drinks_do()
    {
        var tea = await OfAsync("pipeline", "cafe.menu.tea={steps=[accept,brew],share=0.5}");
        tea.Arrows.Select(arrow => (arrow.From, arrow.To, arrow.Label)).ShouldBe([(-1, 0, ""), (0, 1, "66.7%"), (0, 2, "33.3%"), (1, 2, "66.7%"), (2, 3, "")]);
    }

    [Fact]
    public async Task Mermaid_gets_a_box_a_stage()
    {
        var text = MermaidWriter.Write([await OfAsync("pipeline")]);
        text.ShouldStartWith("flowchart LR\n  subgraph s0[\"pipeline\"]\n    direction LR\n    s0in([\"200 orders\"])\n    s0b0[\"waiter x 1<br/>accept<br/>shared-queue-pool<br/>busy 34.6%\"]\n");
        text.ShouldEndWith("    s0in --> s0b0\n    s0b0 --> s0b1\n    s0b1 --> s0b2\n    s0b2 --> s0out\n  end\n");
    }

    [Fact]
    public async Task Mermaid_takes_no_name_for_its_own_syntax()
    {
        var (shop, _) = await RecordedRuns.EssayAsync("solo");
        var named = shop.Named(RecordedRuns.NastyName);
        var text = MermaidWriter.Write([ShopFlowchart.Of(named.Settings, named.Result)]);
        text.Split('\n')[1].ShouldBe("  subgraph s0[\"#60;b#62;#34;Ada#39;s#34; #38; co#60;/b#62; #93; #59; #35; é\"]");
    }

    private static async Task<ShopFlowchart> OfAsync(string name, params string[] changes)
    {
        var (shop, _) = await RecordedRuns.ShopAsync(name, changes);
        return ShopFlowchart.Of(shop.Settings, shop.Result);
    }
}
