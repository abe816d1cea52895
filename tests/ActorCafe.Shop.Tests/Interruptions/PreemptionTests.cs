using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Tests.Runs;

namespace ActorCafe.Shop.Tests.Interruptions;

/// <summary>Schedules worked by hand. Drink 0 has the lowest priority, drink 2 the highest; a service takes 10 s.</summary>
public sealed class PreemptionTests
{
    [Fact]
    public async Task An_arriving_order_interrupts_one_of_lower_priority_which_is_resumed_first_of_its_own()
    {
        var (result, records) = await TestRuns.RunWithRecordsAsync(Preempting(1).WithTrace((0, 0), (4, 1), (6, 1), (8, 0)));

        TimesOf(records).ShouldBe([(0, 30), (4, 14), (14, 24), (30, 40)]);
        result.Stages[0].WaitingTime.Mean.ShouldBe((0 + 0 + 8 + 22) / 4.0);
        result.Stages[0].ServiceTime.Mean.ShouldBe(10);
        result.Stages[0].Utilisation!.Value.ShouldBe(1, 1e-12);
    }

    [Fact]
    public async Task Two_orders_of_one_instant_interrupt_two_workers()
    {
        var (_, records) = await TestRuns.RunWithRecordsAsync(Preempting(2).WithTrace((0, 0), (0, 0), (4, 1), (4, 1)));

        TimesOf(records).ShouldBe([(0, 20), (0, 20), (4, 14), (4, 14)]);
    }

    [Fact]
    public async Task The_lowest_priority_is_interrupted_and_of_several_the_service_begun_last()
    {
        // The third order began last of the two lowest. Order 1 ends at 10, and its worker resumes the third.
        var (_, records) = await TestRuns.RunWithRecordsAsync(Preempting(3).WithTrace((0, 0), (1, 1), (2, 0), (3, 2)));

        TimesOf(records).ShouldBe([(0, 10), (1, 11), (2, 19), (3, 13)]);
        records[3].Visits[0].Worker.ShouldBe(1);
    }

    [Fact]
    public async Task Orders_of_equal_priority_wait_for_each_other()
    {
        var (_, records) = await TestRuns.RunWithRecordsAsync(Preempting(1).WithTrace((0, 1), (4, 1), (5, 0)));

        TimesOf(records).ShouldBe([(0, 10), (10, 20), (20, 30)]);
    }

    [Fact]
    public async Task Neither_the_order_that_interrupts_nor_the_one_interrupted_needs_room_in_the_queue()
    {
        var shop = Preempting(1).WithStage("waiter", stage => stage with { QueueCapacity = 0, WhenFull = WhenFull.Reject });

        var (result, records) = await TestRuns.RunWithRecordsAsync(shop.WithTrace((0, 0), (4, 1), (5, 1)));

        records[3].Outcome.ShouldBe(Outcome.Rejected);
        (records[1].Left, records[2].Left, result.Orders.Rejected).ShouldBe((20, 14, 1));
    }

    [Fact]
    public async Task An_order_being_handed_over_is_not_interrupted()
    {
        var shop = Preempting(1).WithStage("waiter", stage => stage with { HandOverTime = TimeSpan.FromSeconds(5) });

        var (_, records) = await TestRuns.RunWithRecordsAsync(shop.WithTrace((0, 0), (12, 1)));

        TimesOf(records).ShouldBe([(0, 10), (15, 25)]);
    }

    [Fact]
    public async Task An_order_whose_worker_is_being_repaired_is_not_interrupted()
    {
        // Down from 5 to 20 with 5 s left; the order that came at 6 waits until those are done.
        var shop = Preempting(1).WithStage("waiter", stage => stage with { Breakdown = new(new Sequence([5, 1000]), new Deterministic(15), GivesBack: false) });

        var (_, records) = await TestRuns.RunWithRecordsAsync(shop.WithTrace((0, 0), (6, 1)));

        TimesOf(records).ShouldBe([(0, 25), (25, 35)]);
    }

    [Fact]
    public async Task An_order_resumed_after_a_repair_can_be_interrupted_again()
    {
        var shop = Preempting(1).WithStage("waiter", stage => stage with { Breakdown = new(new Sequence([5, 1000]), new Deterministic(15), GivesBack: false) });

        var (_, records) = await TestRuns.RunWithRecordsAsync(shop.WithTrace((0, 0), (22, 1)));

        TimesOf(records).ShouldBe([(0, 35), (22, 32)]);
    }

    [Fact]
    public async Task With_a_queue_per_worker_an_order_interrupts_only_the_worker_whose_queue_it_joins()
    {
        // In turn: worker 1 has orders 1 and 3, worker 2 orders 2 and 4.
        var shop = Preempting(2).WithStage("waiter", stage => stage with { Router = "round-robin-pool" });

        var (_, records) = await TestRuns.RunWithRecordsAsync(shop.WithTrace((0, 1), (0, 0), (4, 1), (5, 1)));

        TimesOf(records).ShouldBe([(0, 10), (0, 20), (10, 20), (5, 15)]);
        records.Orders.OrderBy(order => order.Number).Select(order => order.Visits[0].Worker).ShouldBe([1, 2, 1, 2]);
    }

    [Fact]
    public async Task An_interrupted_order_does_not_renege()
    {
        var shop = Preempting(1).WithTrace((0, 0), (4, 1), (5, 0)).WithCustomers(customers => customers with { Patience = new Deterministic(8) });

        var (_, records) = await TestRuns.RunWithRecordsAsync(shop);

        records.Orders.OrderBy(order => order.Number).Select(order => (order.Left, order.Outcome)).ShouldBe([(20, Outcome.Served), (14, Outcome.Served), (13, Outcome.Reneged)]);
    }

    [Fact]
    public async Task A_worker_that_fails_in_the_middle_of_an_interrupted_order_loses_nothing()
    {
        // 10 s and 4 s. The first order is interrupted from 3 to 17 and ends its first step at 24; then its worker fails, and it is served by a new start.
        var shop = Preempting(1, 10).WithStage("waiter", stage => stage with { Performs = ["accept", "grind"] });
        shop = shop with
        {
            Menu = [.. shop.Menu.Select(drink => drink with { Recipe = [drink.Recipe[0], new RecipeStep("grind", 0, new FailsOnce(new Deterministic(4), order => order == 1), 0)] })],
        };

        var (result, records) = await TestRuns.RunWithRecordsAsync(shop.WithTrace((0, 0), (3, 1)).Silent());

        TimesOf(records).ShouldBe([(24, 28), (3, 17)]);
        result.Orders.Served.ShouldBe(2);
    }

    private static ShopSettings Preempting(int workers, double service = 10)
    {
        var shop = Shops.Single(workers, new Deterministic(service)).WithStage("waiter", stage => stage with { Priority = true, Preempts = true });
        return shop with { Menu = [.. Enumerable.Range(0, 3).Select(priority => shop.Menu[0] with { Index = priority, Name = $"drink {priority}", Priority = priority })] };
    }

    private static IEnumerable<(double?, double?)> TimesOf(OrderRecords records) =>
        records.Orders.OrderBy(order => order.Number).Select(order => (order.Visits[0].Started, order.Visits[0].Finished));
}
