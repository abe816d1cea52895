using System.Collections.Immutable;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using CsCheck;

namespace ActorCafe.Shop.Tests.Runs;

/// <summary>Stages where nobody works for a while: before opening, on a break, overnight, or never again.</summary>
public sealed class NobodyThereTests
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    [Theory]
    [InlineData(ClockMode.Virtual)]
    [InlineData(ClockMode.Paced)]
    public async Task A_worker_who_goes_on_a_break_finishes_the_order_in_hand(ClockMode mode)
    {
        // Nobody until 5, then one until 8, who is in the middle of the first order, and one again from 15 on.
        var shop = Desk(5, (0, 0), (5, 1), (8, 0), (15, 1)).WithTrace(0, 0, 0).InMode(mode, 1_000_000);

        var (result, records) = await TestRuns.RunWithRecordsAsync(shop);

        Departures(records).ShouldBe([10, 20, 25]);
        result.Stages[0].Utilisation.ShouldBe(1);
    }

    [Fact]
    public async Task A_worker_who_is_still_busy_when_the_break_ends_was_never_away()
    {
        // The break from 2 to 4 falls into the first order. A second worker in its place would serve two orders at once.
        var shop = Desk(10, (2, 0), (4, 1)).WithTrace(0, 0, 0);

        var (result, records) = await TestRuns.RunWithRecordsAsync(shop);

        Departures(records).ShouldBe([10, 20, 30]);
        result.Stages[0].Workers.ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_comes_back_has_the_same_number()
    {
        var shop = Desk(1, (0, 2), (10, 0), (20, 2)).WithTrace(0, 0, 30, 30);

        var (_, records) = await TestRuns.RunWithRecordsAsync(shop);

        records.Orders.Select(order => order.Visits[0].Worker).Order().ShouldBe([1, 1, 2, 2]);
    }

    [Theory]
    [MemberData(nameof(Routers))]
    public async Task Those_who_come_back_together_share_the_orders_that_waited(string router)
    {
        var shop = Desk(10, (0, 0), (100, 2)).WithStage("waiter", stage => stage with { Router = router }).WithTrace(0, 0, 0, 0);

        var (_, records) = await TestRuns.RunWithRecordsAsync(shop);

        Departures(records).ShouldBe([110, 110, 120, 120]);
    }

    public static TheoryData<string> Routers => [.. StageSettings.Routers.Where(router => router != "random-pool")];

    [Fact]
    public async Task A_shop_that_is_closed_overnight_goes_on_in_the_morning_however_long_nobody_comes()
    {
        // One worker from 8 to 20 o'clock every day. The second customer comes at 22:00, the third three days later.
        var shop = Desk(60, (8 * 3600, 1), (20 * 3600, 0)).Repeating(Day).WithTrace(9 * 3600, 22 * 3600, 4 * 86_400);

        var (result, records) = await TestRuns.RunWithRecordsAsync(shop);

        Departures(records).ShouldBe([(9 * 3600) + 60, (32 * 3600) + 60, (4 * 86_400) + (8 * 3600) + 60]);
        result.Orders.Served.ShouldBe(3);
        result.Deserted.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_nobody_will_come_again_those_inside_end_as_unserved()
    {
        var shop = Desk(5, (8, 0)).WithTrace(0, 0, 1, 30);

        var (result, _) = await TestRuns.RunWithRecordsAsync(shop);

        result.Orders.ShouldBe(new OrderCounts(4, 2, 0, 0, 2));
        result.Deserted.ShouldBe(["waiter"]);
    }

    [Fact]
    public async Task On_the_real_clock_those_inside_wait_for_whoever_comes_and_end_as_unserved_where_nobody_does()
    {
        var shop = Desk(5, (0, 0), (20, 1), (26, 0)).WithTrace([.. Enumerable.Repeat(0.0, 100)]).InMode(ClockMode.Real, 20).Silent();

        var (result, _) = await TestRuns.RunWithRecordsAsync(shop);

        result.Orders.Served.ShouldBeGreaterThan(0);
        result.Orders.Unserved.ShouldBeGreaterThan(0);
        result.Deserted.ShouldBe(["waiter"]);
    }

    [Fact]
    public async Task Saturated_customers_wait_for_the_first_worker()
    {
        var shop = Desk(5, (0, 0), (100, 1), (110, 0)).WithArrivals(new ArrivalSettings.Saturated(), 10);

        var (result, records) = await TestRuns.RunWithRecordsAsync(shop);

        Departures(records).Take(2).ShouldBe([105, 110]);
        result.Deserted.ShouldBe(["waiter"]);
    }

    [Fact]
    public async Task A_deadlock_is_found_although_a_schedule_goes_on_for_ever()
    {
        // The waiter stays with the order until it is served, at the same stage.
        var shop = Shops.Of([Shops.Stage("waiter", 1, "take", "serve"), Shops.Stage("machine", 1, "brew")], Constant(1, 1, 1), "take", "brew", "serve")
            .WithStage("waiter", stage => (stage with { StaysWithOrder = true, Schedule = new PoolSchedule([At(5, 1), At(10, 0)], TimeSpan.FromSeconds(20)) }).At(TimeSpan.Zero))
            .WithTrace(6);

        (await Should.ThrowAsync<ShopFailedException>(() => TestRuns.RunAsync(shop))).Message.ShouldStartWith("deadlock: 1 order(s)");
    }

    [Fact]
    public Task A_schedule_does_what_an_independent_account_of_each_worker_says() => Gen.Select(
        Gen.Int[0, 60].Array[1, 30], Gen.Int[1, 9].Array[30], Gen.Select(Gen.Int[0, 40], Gen.Int[0, 3]).Array[1, 6]).SampleAsync(async (arrivals, services, plan) =>
        {
            var changes = plan.DistinctBy(change => change.Item1).OrderBy(change => change.Item1).ToArray();
            if (changes.All(change => change.Item2 == 0))
            {
                return;
            }

            Array.Sort(arrivals);
            var schedule = new PoolSchedule([.. changes.Select(change => At(change.Item1, change.Item2))], TimeSpan.FromSeconds(41));
            var shop = Shops.Single(1, new Sequence([.. services.Select(service => (double)service)])).WithTrace([.. arrivals.Select(at => (double)at)])
                .WithStage("waiter", stage => (stage with { Schedule = schedule }).At(TimeSpan.Zero));

            var (_, records) = await TestRuns.RunWithRecordsAsync(shop);

            records.Orders.OrderBy(order => order.Number).Select(order => (order.Left, order.Visits[0].Worker)).ShouldBe(Expected(arrivals, services, changes));
        });

    /// <summary>Second by second: who comes and leaves, who ends, and who begins. Each order's departure and worker.</summary>
    private static (double Left, int Worker)[] Expected(int[] arrivals, int[] services, (int At, int Workers)[] changes)
    {
        var left = new (double, int)[arrivals.Length];
        var busy = new SortedDictionary<int, (int Until, int Order, bool Leaves)>();
        var idle = Enumerable.Range(1, changes[^1].Workers).ToList();
        var (due, next) = (changes[^1].Workers, 0);
        for (var second = 0; next < arrivals.Length || busy.Count > 0; second++)
        {
            if (changes.Any(change => change.At == second % 41))
            {
                var workers = changes.First(change => change.At == second % 41).Workers;
                for (; due < workers; due++)
                {
                    var (number, called) = busy.FirstOrDefault(worker => worker.Value.Leaves);
                    if (number > 0)
                    {
                        busy[number] = called with { Leaves = false };
                    }
                    else
                    {
                        idle.Add(Enumerable.Range(1, 99).First(free => !idle.Contains(free) && !busy.ContainsKey(free)));
                    }
                }

                for (; due > workers; due--)
                {
                    if (idle.Count > 0)
                    {
                        idle.Remove(idle.Max());
                    }
                    else
                    {
                        var (number, leaving) = busy.Last(worker => !worker.Value.Leaves);
                        busy[number] = leaving with { Leaves = true };
                    }
                }
            }

            foreach (var (number, ended) in busy.Where(worker => worker.Value.Until == second).OrderBy(worker => worker.Value.Order).ToList())
            {
                left[ended.Order] = (second, number);
                busy.Remove(number);
                if (!ended.Leaves)
                {
                    idle.Add(number);
                }
            }

            for (; next < arrivals.Length && arrivals[next] <= second && idle.Count > 0; next++)
            {
                busy[idle[0]] = (second + services[next], next, false);
                idle.RemoveAt(0);
            }
        }

        return left;
    }

    private static ShopSettings Desk(double service, params (double At, int Workers)[] changes) => Shops.Single(1, new Deterministic(service))
        .WithStage("waiter", stage => (stage with { Schedule = new PoolSchedule([.. changes.Select(change => At(change.At, change.Workers))]) }).At(TimeSpan.Zero));

    private static PoolChange At(double seconds, int workers) => new(TimeSpan.FromSeconds(seconds), workers);

    private static Distribution[] Constant(params double[] seconds) => [.. seconds.Select(each => new Deterministic(each))];

    private static double[] Departures(OrderRecords records) => [.. records.Orders.Select(order => order.Left).Order()];
}

internal static class RepeatingShops
{
    public static ShopSettings Repeating(this ShopSettings shop, TimeSpan period) =>
        shop.WithStage("waiter", stage => (stage with { Schedule = new PoolSchedule(stage.Schedule.Changes, period) }).At(TimeSpan.Zero));
}
