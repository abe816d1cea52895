using ActorCafe.Cli.Watching;
using ActorCafe.Shop;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Tests.Watching;

/// <summary>Accept 20 s, grind 60 s, brew 45 s; an order every 40 s.</summary>
public sealed class PoolsNowTests
{
    [Fact]
    public void Capacity_is_that_of_the_workers_who_are_there_now()
    {
        Of(1, 1, 1).Rates(null).ShouldBe("per hour: 90.0 arrive, capacity 60.0 (grinder)");
        Of(1, 2, 1).Rates(null).ShouldBe("per hour: 90.0 arrive, capacity 80.0 (machine)");
        Of(1, 2, 1).ServedPerHour(1).ShouldBe(120);
    }

    [Fact]
    public void What_was_served_is_a_rate_of_the_time_shown()
    {
        var recent = new RecentMeans(SampleSnapshots.Totals(TimeSpan.Zero, 0, 0, 0), SampleSnapshots.Totals(TimeSpan.FromMinutes(30), 29, 0, 0));

        Of(1, 1, 1).Rates(recent).ShouldEndWith("; 58.0 served in the last 30m");
    }

    [Theory]
    [InlineData(1, 1, 1, "Orders arrive faster than grinder can serve them: try 2, then +.")]
    [InlineData(1, 2, 1, "Orders arrive faster than machine can serve them: try 3, then +.")]
    [InlineData(2, 2, 2, "waiter would keep up with one worker fewer: try 1, then -.")]
    [InlineData(1, 2, 2, "One more worker at grinder raises capacity to 160.0: try 2, then +.")]
    [InlineData(1, 0, 2, "Nobody works at grinder now: try 2, then +.")]
    public void The_hint_follows_the_pools(int waiters, int grinders, int machines, string hint) =>
        Of(waiters, grinders, machines).Hint()!.Sentence.ShouldBe(hint);

    [Fact]
    public void After_the_last_order_nobody_is_said_to_arrive() =>
        Of([1, 1, 1], snapshot => snapshot with { Served = 200, InShop = 0 }).Rates(null).ShouldBe("per hour: capacity 60.0 (grinder)");

    [Fact]
    public void A_capacity_that_is_only_a_limit_is_said_to_be_one()
    {
        var shop = SampleSnapshots.Shop with { Stages = SampleSnapshots.Shop.Stages.SetItem(2, SampleSnapshots.Shop.Stages[2] with { QueueCapacity = 1 }) };

        new PoolsNow(shop, SampleSnapshots.Empty with { Stages = Stages(1, 1, 1) }).Rates(null).ShouldEndWith("capacity at most 60.0 (grinder)");
    }

    private static PoolsNow Of(params int[] workers) => Of(workers, snapshot => snapshot);

    private static PoolsNow Of(int[] workers, Func<ShopSnapshot, ShopSnapshot> change) =>
        new(SampleSnapshots.Shop, change(SampleSnapshots.Empty with { Stages = Stages(workers) }));

    private static System.Collections.Immutable.ImmutableArray<StageSnapshot> Stages(params int[] workers) =>
        [.. SampleSnapshots.Shop.Stages.Select((stage, index) => new StageSnapshot(stage.Name, 0, [.. Enumerable.Range(1, workers[index]).Select(number => new WorkerSnapshot(number))]))];
}
