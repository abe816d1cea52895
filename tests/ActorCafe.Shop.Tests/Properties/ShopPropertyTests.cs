using System.Text.Json;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Tests.Runs;
using CsCheck;

namespace ActorCafe.Shop.Tests.Properties;

/// <summary>What holds in every shop, whatever its settings.</summary>
public sealed class ShopPropertyTests
{
    private const int Shops = 400;

    [Fact]
    public Task Lets_every_customer_leave_once() => InAnyShop((_, result, book) =>
    {
        var orders = result.Orders;
        orders.Arrived.ShouldBe(orders.Served + orders.Rejected + orders.Reneged + orders.Unserved);
        book.Rows.Select(row => row.Number).Order().ShouldBe(Enumerable.Range(1, (int)orders.Arrived).Select(number => (long)number));
    });

    [Theory]
    [InlineData(ClockMode.Virtual, Shops)]
    [InlineData(ClockMode.Real, Shops / 6)]
    public Task Lets_every_customer_leave_once_though_workers_are_killed_and_poisoned(ClockMode mode, int shops) => AnyShop.Settings.SampleAsync(
        async shop =>
        {
            shop = shop.WithRecipe(step => step with { Service = new Disturbed(step.Service, every: 7) }).InMode(mode, 400).Silent();
            try
            {
                var (result, book) = await Play.WithBook(shop);

                book.Rows.Select(row => row.Number).Order().ShouldBe(Enumerable.Range(1, (int)result.Orders.Arrived).Select(number => (long)number));
                if (mode == ClockMode.Virtual)
                {
                    result.Stages.ShouldAllBe(stage => (stage.Utilisation ?? 0) + (stage.Blocked ?? 0) + (stage.HandOver ?? 0) < 1 + 1e-9);
                }
            }
            catch (ShopFailedException failure)
            {
                // An order may happen to be in hand at every blow; that it ends the run is another test's matter.
                failure.Message.ShouldContain("times in a row");
            }
        },
        iter: shops);

    [Fact]
    public Task Accounts_for_every_arrival_at_every_stage() => InAnyShop((shop, result, _) =>
    {
        var arrivals = result.Stages.Sum(stage => stage.Arrivals);
        var ended = result.Stages.Sum(stage => stage.Completions + stage.Rejected) + result.Orders.Reneged;
        (arrivals - ended).ShouldBeInRange(0, result.Orders.Unserved);
        result.Stages.Sum(stage => stage.Rejected).ShouldBe(result.Orders.Rejected);
    });

    [Fact]
    public Task Keeps_Littles_law() => InAnyShop((_, result, _) =>
        (result.LittlesLaw.RelativeError ?? 0).ShouldBeLessThan(1e-6));

    /// <summary>A NaN or an infinity is no JSON: the serializer throws.</summary>
    [Fact]
    public Task Has_numbers_only_in_its_result() => InAnyShop((_, result, _) =>
        Should.NotThrow(() => JsonSerializer.Serialize(result)));

    [Fact]
    public Task Serves_in_the_order_of_coming_where_one_worker_serves_one_line() => InAnyShop((shop, _, book) =>
    {
        foreach (var stage in shop.Stages.Where(stage => stage is { Workers: 1, Priority: false, Schedule.IsEmpty: true } && !Remakes(shop, stage)))
        {
            var visits = book.Rows.Select(row => row.Visits[stage.Index]).Where(visit => visit.Started is not null)
                .OrderBy(visit => visit.Started).ThenBy(visit => visit.Enqueued).ToArray();
            visits.Select(visit => visit.Enqueued).ShouldBe(visits.Select(visit => visit.Enqueued).Order(), stage.Name);
        }
    });

    [Fact]
    public Task Has_no_worker_who_serves_two_at_once() => InAnyShop((shop, _, book) =>
    {
        foreach (var stage in shop.Stages)
        {
            foreach (var worker in book.Rows.Select(row => row.Visits[stage.Index]).Where(visit => visit.Finished is not null).GroupBy(visit => visit.Worker))
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
    public Task Takes_each_order_through_its_stages_in_time() => InAnyShop((shop, _, book) =>
    {
        foreach (var row in book.Rows)
        {
            var last = row.Placed;
            foreach (var stage in shop.Menu.Single(drink => drink.Name == row.Drink).Recipe.Select(step => step.Stage).Distinct())
            {
                var visit = row.Visits[stage];
                foreach (var moment in new[] { visit.Enqueued, visit.Started, visit.Finished })
                {
                    (moment is null && row.Outcome == Outcome.Served).ShouldBeFalse($"order {row.Number} was served without {stage}");
                    (moment ?? last).ShouldBeGreaterThanOrEqualTo(last);
                    last = moment ?? last;
                }
            }

            row.Left.ShouldBeGreaterThanOrEqualTo(last);
        }
    });

    [Fact]
    public Task Has_no_more_in_line_than_there_is_room_for() => InAnyShop((shop, result, _) =>
    {
        foreach (var stage in shop.Stages.Where(stage => stage.QueueCapacity is not null && stage.Schedule.IsEmpty && !Remakes(shop, stage)))
        {
            var lines = stage.Router == "shared-queue-pool" ? 1 : stage.Workers;
            (result.Stages[stage.Index].QueueLength.Max ?? 0).ShouldBeLessThanOrEqualTo(stage.QueueCapacity!.Value * lines);
        }
    });

    [Fact]
    public Task Is_the_same_to_the_last_bit_on_one_core_and_on_several() => AnyShop.Settings.SampleAsync(
        async shop =>
        {
            var one = await Play.Once(shop, new RunOptions { Replications = 3, Parallel = 1 });
            var several = await Play.Once(shop, new RunOptions { Replications = 3, Parallel = 3 });

            (several with { WallSeconds = 0 }).ShouldBeEquivalentTo(one with { WallSeconds = 0 });
        },
        iter: Shops / 6);

    private static bool Remakes(ShopSettings shop, StageSettings stage) =>
        shop.Menu.Any(drink => drink.Recipe.Any(step => step.Stage == stage.Index && step.RemakeProbability > 0));

    private static Task InAnyShop(Action<ShopSettings, ShopResult, OrderBook> holds) => AnyShop.Settings.SampleAsync(
        async shop =>
        {
            var (result, book) = await Play.WithBook(shop);
            holds(shop, result, book);
        },
        iter: Shops);
}
