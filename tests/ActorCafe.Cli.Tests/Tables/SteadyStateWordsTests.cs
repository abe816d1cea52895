using ActorCafe.Cli.Tables;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Tests.Tables;

public sealed class SteadyStateWordsTests
{
    private static readonly SteadyState Day = new(false, "nobody comes after 8h");

    [Fact]
    public void With_a_steady_state_nothing_is_said()
    {
        SteadyStateWords.Of(SampleData.Result()).ShouldBeNull();
        SteadyStateWords.Of([SampleData.Result(), SampleData.Result()]).ShouldBeEmpty();
        PlainWords.Of(SampleData.Result() with { Bottleneck = null }, null).ShouldBeEmpty();
    }

    [Fact]
    public void An_overload_is_said_with_what_it_means_for_the_figures() =>
        PlainWords.Of(Overloaded("pipeline") with { Bottleneck = null }, null).ShouldBe(
        [
            "There is no steady state: 90 orders arrive per hour, at most 60 can be served at grinder. "
            + "Queues grow as long as customers come, so mean times depend on how many come, and have no interval.",
        ]);

    [Fact]
    public void One_day_is_said_to_be_one_and_its_replications_to_be_days_like_it()
    {
        var result = SampleData.Result() with { SteadyState = Day };

        SteadyStateWords.Of(result).ShouldBe(
            "There is no steady state: nobody comes after 8h. The figures are of this one day; --replications gives intervals for the mean over days like it.");
        SteadyStateWords.Of(result with { Replications = 10 }).ShouldBe(
            "There is no steady state: nobody comes after 8h. Intervals are for the mean over days like this one.");
    }

    [Fact]
    public void Shops_that_are_compared_share_a_sentence_for_each_reason() =>
        SteadyStateWords.Of(
        [
            Overloaded("slow"), SampleData.Result("day") with { SteadyState = Day }, Overloaded("faster", 1, 2, 1), SampleData.Result("steady"),
            SampleData.Result("other-day") with { SteadyState = Day },
        ]).ShouldBe(
        [
            "There is no steady state in slow and faster: 90 orders arrive per hour, at most 60 and 80 can be served. "
            + "Queues grow as long as customers come, so mean times depend on how many come, and have no interval.",
            "There is no steady state in day and other-day: nobody comes after 8h. The figures are of this one day; --replications gives intervals for the mean over days like it.",
        ]);

    [Fact]
    public void Shops_of_one_capacity_share_the_figure() =>
        SteadyStateWords.Of([Overloaded("one"), Overloaded("other")]).ShouldHaveSingleItem()
            .ShouldStartWith("There is no steady state in one and other: 90 orders arrive per hour, at most 60 can be served. ");

    [Fact]
    public void A_schedule_is_warned_of_where_its_beginning_is_counted()
    {
        var shop = SampleData.Shop();
        var scheduled = shop with { Stages = shop.Stages.SetItem(0, shop.Stages[0] with { Schedule = new PoolSchedule([new PoolChange(TimeSpan.FromHours(1), 2)]) }) };

        SteadyStateWords.OfSchedule(scheduled, SampleData.Result())!.ShouldEndWith("Leave them out with cafe.statistics.warm-up.");
        SteadyStateWords.OfSchedule(scheduled, SampleData.Result() with { WarmUp = 100 }).ShouldBeNull();
        SteadyStateWords.OfSchedule(scheduled, SampleData.Result() with { SteadyState = Day }).ShouldBeNull("its days have the schedule, too");
        SteadyStateWords.OfSchedule(shop, SampleData.Result()).ShouldBeNull();
    }

    private static ShopResult Overloaded(string name, params int[] workers)
    {
        var shop = SampleData.Shop(name, workers);
        shop = shop with { Customers = shop.Customers with { Arrivals = new ArrivalSettings.Renewal(new Exponential(40), 1) } };
        var result = SampleData.Result(name);
        return result with { SteadyState = SteadyState.Of(shop, result with { Capacity = null, Orders = new OrderCounts(200, 200, 0, 0, 0), Stages = [.. result.Stages.Select(stage => stage with { Rejected = 0 })] }) };
    }
}
