using System.Text.Json;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Tests.Runs;
using CsCheck;

namespace ActorCafe.Shop.Tests.Properties;

/// <summary>Properties that hold for every shop, whatever its settings.</summary>
public sealed class ShopPropertyTests
{
    private const int Shops = 400;

    [Fact]
    public Task Lets_every_customer_leave_once() => InAnyShop((_, result, records) =>
    {
        var orders = result.Orders;
        orders.Arrived.ShouldBe(orders.Served + orders.Rejected + orders.Reneged + orders.Unserved);
        records.Orders.Select(order => order.Number).Order().ShouldBe(Enumerable.Range(1, (int)orders.Arrived).Select(number => (long)number));
    });

    [Theory]
    [InlineData(ClockMode.Virtual, Shops)]
    [InlineData(ClockMode.Real, Shops / 6)]
    public Task Lets_every_customer_leave_once_even_if_workers_are_killed_and_poisoned(ClockMode mode, int shops) => AnyShop.Settings.SampleAsync(
        async shop =>
        {
            shop = shop.WithRecipe(step => step with { Service = new DisruptedDistribution(step.Service, every: 7) }).InMode(mode, 400).Silent();
            try
            {
                var (result, records) = await TestRuns.RunWithRecordsAsync(shop);

                records.Orders.Select(order => order.Number).Order().ShouldBe(Enumerable.Range(1, (int)result.Orders.Arrived).Select(number => (long)number));
                if (mode == ClockMode.Virtual)
                {
                    result.Stages.ShouldAllBe(stage => (stage.Utilisation ?? 0) + (stage.Blocked ?? 0) + (stage.HandOver ?? 0) + (stage.Down ?? 0) < 1 + 1e-9);
                }
            }
            catch (ShopFailedException failure)
            {
                // An order may be in service at every disruption and fail too often. Another test covers how that ends the run.
                failure.Message.ShouldContain("times in a row");
            }
        },
        iter: shops);

    [Fact]
    public Task Accounts_for_every_arrival_at_every_stage() => InAnyShop((shop, result, _) =>
    {
        var arrivals = result.Stages.Sum(stage => stage.Arrivals);
        var ended = result.Stages.Sum(stage => stage.Completions + stage.Rejected + stage.Reneged);
        (arrivals - ended).ShouldBeInRange(0, result.Orders.Unserved);
        if (shop.Statistics.WarmUp == WarmUp.None)
        {
            result.Stages.Sum(stage => stage.Rejected).ShouldBe(result.Orders.Rejected);
            result.Stages.Sum(stage => stage.Reneged).ShouldBe(result.Orders.Reneged);
        }
    });

    [Fact]
    public Task Counts_the_orders_placed_in_the_window() => InAnyShop((shop, result, records) =>
    {
        var leftOut = records.Orders.Count(order => shop.Statistics.WarmUp switch
        {
            WarmUp.Length length => order.Placed < length.Time.TotalSeconds,
            WarmUp.Orders orders => order.Number <= orders.Count,
            _ => throw new InvalidOperationException(),
        });
        result.WarmUp.ShouldBe(shop.Statistics.WarmUp is WarmUp.Orders given ? given.Count : leftOut);
        result.Stages.Sum(stage => stage.Arrivals).ShouldBeGreaterThanOrEqualTo(result.Orders.Arrived - leftOut);
        (result.Orders.Arrived == leftOut).ShouldBe(result.Stages.Sum(stage => stage.Arrivals) == 0);
    });

    [Fact]
    public Task Has_a_distribution_of_the_number_in_the_shop_with_its_mean_and_maximum() => InAnyShop((_, result, _) =>
    {
        var (mean, max, probabilities) = result.InShop;
        (mean is null).ShouldBe(probabilities is null);
        if (probabilities is { } shares)
        {
            shares.Sum().ShouldBe(1, 1e-9);
            shares.Select((share, number) => share * number).Sum().ShouldBe(mean!.Value, 1e-9 * (1 + mean.Value));
            (shares.Length - 1).ShouldBe((int)max!.Value);
            (result.OrderQueue.Mean + result.Concurrency.Mean)!.Value.ShouldBe(mean.Value, 1e-9 * (1 + mean.Value));
        }
    });

    [Fact]
    public Task Keeps_Littles_law() => InAnyShop((_, result, _) =>
        (result.LittlesLaw.RelativeError ?? 0).ShouldBeLessThan(1e-6));

    /// <summary>The serializer throws for NaN and infinity, which JSON lacks.</summary>
    [Fact]
    public Task Has_only_finite_numbers_in_its_result() => InAnyShop((_, result, _) =>
        Should.NotThrow(() => JsonSerializer.Serialize(result)));

    [Fact]
    public Task Serves_in_order_of_arrival_where_one_worker_serves_one_queue() => InAnyShop((shop, _, records) =>
    {
        foreach (var stage in shop.Stages.Where(stage => stage is { Workers: 1, Priority: false, QueueBy: null, Schedule.IsEmpty: true } && !Remakes(shop, stage)))
        {
            var visits = records.Orders.Select(order => order.Visits[stage.Index]).Where(visit => visit.Started is not null)
                .OrderBy(visit => visit.Started).ThenBy(visit => visit.Enqueued).ToArray();
            visits.Select(visit => visit.Enqueued).ShouldBe(visits.Select(visit => visit.Enqueued).Order(), stage.Name);
        }
    });

    [Fact]
    public Task Has_no_worker_that_serves_two_orders_at_once() => InAnyShop((shop, _, records) =>
    {
        // An order that goes back to the queue is at no worker for a time.
        foreach (var stage in shop.Stages.Where(stage => !GivesBack(stage)))
        {
            foreach (var worker in records.Orders.Select(order => order.Visits[stage.Index]).Where(visit => visit.Finished is not null).GroupBy(visit => visit.Worker))
            {
                var ends = 0.0;
                foreach (var visit in worker.OrderBy(visit => visit.Started).ThenBy(visit => visit.Finished))
                {
                    visit.Started!.Value.ShouldBeGreaterThanOrEqualTo(ends, $"worker {worker.Key} of {stage.Name}");
                    ends = visit.Finished!.Value;
                }
            }
        }
    });

    [Fact]
    public Task Takes_each_order_through_its_stages_in_time() => InAnyShop((shop, _, records) =>
    {
        foreach (var order in records.Orders)
        {
            var last = order.Placed;
            foreach (var stage in shop.Menu.Single(drink => drink.Name == order.Drink).Recipe.Select(step => step.Stage).Distinct())
            {
                var visit = order.Visits[stage];
                foreach (var moment in new[] { visit.Enqueued, visit.Started, visit.Finished })
                {
                    (moment is null && order.Outcome == Outcome.Served).ShouldBeFalse($"order {order.Number} was served without {stage}");
                    (moment ?? last).ShouldBeGreaterThanOrEqualTo(last);
                    last = moment ?? last;
                }
            }

            order.Left.ShouldBeGreaterThanOrEqualTo(last);
        }
    });

    [Fact]
    public Task Keeps_every_queue_within_its_capacity() => InAnyShop((shop, result, _) =>
    {
        foreach (var stage in shop.Stages.Where(stage => stage.QueueCapacity is not null && stage.Schedule.IsEmpty && !Remakes(shop, stage) && !GivesBack(stage)))
        {
            var lines = stage.Router == "shared-queue-pool" ? 1 : stage.Workers;
            (result.Stages[stage.Index].QueueLength.Max ?? 0).ShouldBeLessThanOrEqualTo(stage.QueueCapacity!.Value * lines);
        }
    });

    [Fact]
    public Task Is_identical_when_it_is_paced() => AnyShop.Settings.SampleAsync(
        async shop =>
        {
            var result = await TestRuns.RunAsync(shop);
            var paced = await TestRuns.RunAsync(shop.InMode(ClockMode.Paced, 1_000_000));

            (paced with { WallSeconds = 0, Clock = result.Clock }).ShouldBeEquivalentTo(result with { WallSeconds = 0 });
        },
        iter: Shops / 6);

    [Fact]
    public Task Has_shares_of_worker_time_that_never_exceed_it() => InAnyShop((_, result, _) =>
        result.Stages.ShouldAllBe(stage => (stage.Utilisation ?? 0) + (stage.Blocked ?? 0) + (stage.HandOver ?? 0) + (stage.Down ?? 0) < 1 + 1e-9));

    [Fact]
    public Task Is_identical_on_one_core_and_on_several() => AnyShop.Settings.SampleAsync(
        async shop =>
        {
            var one = await TestRuns.RunAsync(shop, new RunOptions { Replications = 3, Parallel = 1 });
            var several = await TestRuns.RunAsync(shop, new RunOptions { Replications = 3, Parallel = 3 });

            (several with { WallSeconds = 0 }).ShouldBeEquivalentTo(one with { WallSeconds = 0 });
        },
        iter: Shops / 6);

    private static bool GivesBack(StageSettings stage) => stage.Preempts || stage.Breakdown is { GivesBack: true };

    private static bool Remakes(ShopSettings shop, StageSettings stage) =>
        shop.Menu.Any(drink => drink.Recipe.Any(step => step.Stage == stage.Index && step.RemakeProbability > 0));

    private static Task InAnyShop(Action<ShopSettings, ShopResult, OrderRecords> holds) => AnyShop.Settings.SampleAsync(
        async shop =>
        {
            var (result, records) = await TestRuns.RunWithRecordsAsync(shop);
            holds(shop, result, records);
        },
        iter: Shops);
}
