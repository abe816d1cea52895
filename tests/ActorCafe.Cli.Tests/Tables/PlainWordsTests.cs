using ActorCafe.Cli.Files;
using ActorCafe.Cli.Running;
using ActorCafe.Cli.Tables;
using ActorCafe.Shop.Results;

namespace ActorCafe.Cli.Tests.Tables;

public sealed class PlainWordsTests
{
    [Fact]
    public void The_bottleneck_is_named_with_what_one_more_worker_there_would_give() =>
        PlainWords.Of(SampleData.Result(), More()).ShouldBe(
        [
            "grinder is the bottleneck: its one worker is busy for 96.0% of the time. One more grinder raises capacity "
            + "from 60.0 to 80.0 orders per hour and cuts the average time in the shop from 4m 12s to 3m 05s.",
        ]);

    [Fact]
    public void Without_a_second_play_the_bottleneck_is_named_alone() =>
        PlainWords.Of(SampleData.Result() with { Bottleneck = "waiter" }, null).ShouldBe(
            ["waiter is the bottleneck: its one worker is busy for 50.0% of the time and held for 12.5%."]);

    [Fact]
    public void Of_a_run_too_large_to_play_again_only_the_capacity_is_told() =>
        PlainWords.Of(SampleData.Result(), More() with { TimeInShop = null }).Single().ShouldEndWith("One more grinder raises capacity from 60.0 to 80.0 orders per hour.");

    [Fact]
    public void What_one_more_worker_does_not_change_is_not_told()
    {
        PlainWords.OneLine(SampleData.Result(), More() with { Capacity = Exactly(60) }).ShouldBe("pipeline: one more grinder cuts the average time in the shop from 4m 12s to 3m 05s.");
        PlainWords.OneLine(SampleData.Result(), More() with { Capacity = Exactly(60), TimeInShop = 252.25 }).ShouldBeNull();
        PlainWords.Of(SampleData.Result(), More() with { Capacity = Exactly(60), TimeInShop = 252.25 }).Single().ShouldEndWith("busy for 96.0% of the time.");
    }

    [Theory]
    [InlineData("machine", "coffee-machine", "coffee machine")]
    [InlineData("consultation", "doctor", "doctor (consultation)")]
    [InlineData("upload", "build-agent", "build agent (upload)")]
    public void A_worker_is_named_in_words_with_the_stage_where_they_do_not_have_it(string stage, string worker, string words) =>
        PlainWords.OneLine(SampleData.Result(), More() with { Stage = SampleData.Stage(2, stage, "brew", 1) with { Worker = worker } })
            .ShouldNotBeNull().ShouldStartWith($"pipeline: one more {words} raises capacity from");

    [Fact]
    public void Measured_capacities_whose_intervals_overlap_are_not_ranked()
    {
        Capacity Measured(double perHour) => new(perHour, CapacityHow.Measured, new Interval(0.99 * perHour, 1.01 * perHour));
        ShopResult Shop(string name, Capacity capacity, int waiters) => SampleData.Result(name, 1, 7200, waiters, 1, 1) with { Capacity = capacity };

        PlainWords.Of(ComparedResult.ToFirst([Shop("many", Measured(60), 2), Shop("few", Measured(61), 1)])).ShouldBeEmpty();
        PlainWords.Of(ComparedResult.ToFirst([Shop("many", Measured(60), 2), Shop("few", Measured(62), 1)])).Count().ShouldBe(2);
    }

    [Fact]
    public void A_run_stopped_early_is_said_to_be_one() =>
        PlainWords.Of(SampleData.Result() with { Interrupted = true, Bottleneck = null }, null).ShouldBe(
            ["Stopped early: the figures are of the customers who had come by then."]);

    [Fact]
    public void Of_pools_that_were_changed_by_keys_no_number_of_workers_is_told()
    {
        var result = SampleData.Result() with { ChangedPools = [1, 2, 1], SteadyState = new SteadyState(false, "workers were added or removed while it ran") };

        PlainWords.Of(result, null).ShouldBe(
        [
            "There is no steady state: workers were added or removed while it ran. The figures cover the whole run; the table shows each stage's largest pool, and the capacity is that of the last pools.",
            "grinder was the bottleneck: its workers were busy for 96.0% of the time.",
        ]);
    }

    [Fact]
    public void Fewer_workers_that_do_more_are_pointed_out() =>
        PlainWords.Of(ComparedResult.ToFirst(
        [
            SampleData.Result("solo", 28.8, 9000, 1, 0, 1),
            SampleData.Result("duplicated", 57.6, 4500, 2, 0, 2),
            SampleData.Result("pipeline", 60, 4400),
        ])).ShouldBe(
        [
            "pipeline has the largest capacity: 60.0 orders per hour, 2.08x that of solo.",
            "pipeline, with 3 workers, serves more per hour (60.0) than duplicated with 4 (57.6).",
        ]);

    private static OneMoreAtBottleneck More()
    {
        var shop = SampleData.Shop();
        return new OneMoreAtBottleneck(shop.Stages[1], shop, SameCustomers: true) { Capacity = Exactly(80), TimeInShop = 185 };
    }

    private static Capacity Exactly(double perHour) => new(perHour, CapacityHow.Formula, null);
}
