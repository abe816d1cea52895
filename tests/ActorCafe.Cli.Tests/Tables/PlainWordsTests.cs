using ActorCafe.Cli.Files;
using ActorCafe.Cli.Running;
using ActorCafe.Cli.Tables;

namespace ActorCafe.Cli.Tests.Tables;

public sealed class PlainWordsTests
{
    [Fact]
    public void The_bottleneck_is_named_with_what_one_more_worker_there_would_give() =>
        PlainWords.Of(SampleData.Result(), More()).ShouldBe(
        [
            "grinder is the bottleneck: its one worker is busy for 96.0% of the time. One more worker there would give 80.0 orders "
            + "an hour instead of 60.0 at most, and these customers 3m 05s in the shop on average instead of 4m 12s.",
        ]);

    [Fact]
    public void Without_a_second_play_the_bottleneck_is_named_alone() =>
        PlainWords.Of(SampleData.Result() with { Bottleneck = "waiter" }, null).ShouldBe(
            ["waiter is the bottleneck: its one worker is busy for 50.0% of the time and held for 12.5%."]);

    [Fact]
    public void Of_a_run_too_large_to_play_again_only_the_capacity_is_told() =>
        PlainWords.Of(SampleData.Result(), More() with { SameCustomers = false }).Single().ShouldEndWith(
            "One more worker there would give 80.0 orders an hour instead of 60.0 at most.");

    [Fact]
    public void A_stage_without_a_steady_state_is_said_to_have_none() =>
        PlainWords.Of(SampleData.Result() with { Unstable = ["grinder", "machine"], Bottleneck = null }, null).ShouldBe(
            ["There is no steady state: more work comes to grinder and machine than can be done there, and the queue grows as long as customers come."]);

    [Fact]
    public void A_run_closed_by_hand_is_said_to_be_one() =>
        PlainWords.Of(SampleData.Result() with { Interrupted = true, Bottleneck = null }, null).ShouldBe(
            ["Closed by hand: these are the customers who had come by then."]);

    [Fact]
    public void Fewer_workers_that_do_more_are_pointed_out() =>
        PlainWords.Of(ComparedResult.ToFirst(
        [
            SampleData.Result("solo", 28.8, 9000, 1, 0, 1),
            SampleData.Result("duplicated", 57.6, 4500, 2, 0, 2),
            SampleData.Result("pipeline", 60, 4400),
        ])).ShouldBe(
        [
            "pipeline has the largest capacity: 60.0 orders an hour, 2.08x that of solo.",
            "pipeline does with 3 workers what duplicated does not with 4: 60.0 an hour against 57.6. Structure, not staff.",
        ]);

    private static OneMoreAtBottleneck More()
    {
        var shop = SampleData.Shop();
        var result = SampleData.Result(capacity: 80);
        return new OneMoreAtBottleneck(shop.Stages[1], shop, SameCustomers: true)
        {
            Result = result with { ResponseTime = result.ResponseTime with { Mean = 185 } },
        };
    }
}
