using ActorCafe.Floor.Http;
using ActorCafe.Floor.Plays;
using ActorCafe.Shop.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ActorCafe.Floor.Tests;

/// <summary>The address of a play.</summary>
public sealed class PlayRequestReaderTests
{
    [Fact]
    public void An_address_names_a_shop_a_seed_orders_and_changes()
    {
        var request = Read("shop=pipeline&seed=-7&orders=50&edit=1500.5:grinder:2&edit=60:machine:3");

        request.Settings.Name.ShouldBe("pipeline");
        request.Settings.Seed.ShouldBe(-7);
        request.Settings.Customers.Orders.ShouldBe(50);
        request.Edits.ShouldBe([new(TimeSpan.FromSeconds(60), 2, 3), new(TimeSpan.FromSeconds(1500.5), 1, 2)]);
    }

    [Fact]
    public void Equal_runs_have_equal_keys_however_their_addresses_are_written()
    {
        var key = Read("shop=pipeline&edit=60:machine:3&edit=1500:grinder:2").Key;

        Read("edit=1500:grinder:2&seed=1&orders=200&edit=60.0:machine:3&shop=pipeline").Key.ShouldBe(key);
        Read("shop=pipeline&edit=60:machine:9&edit=60:machine:3&edit=1500:grinder:2").Key.ShouldBe(key);
        Read("shop=pipeline&edit=60:machine:3&edit=1501:grinder:2").Key.ShouldNotBe(key);
        Read("shop=pipeline&seed=2&edit=60:machine:3&edit=1500:grinder:2").Key.ShouldNotBe(key);
    }

    [Fact]
    public void The_time_between_arrivals_can_change_too()
    {
        var request = Read("shop=pipeline&gap=600:20&gap=60:30.5");

        var renewal = request.Settings.Customers.Arrivals.ShouldBeOfType<ArrivalSettings.Renewal>();
        renewal.Changes.ShouldBe([new(TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(30.5)), new(TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(20))]);
        request.Key.ShouldNotBe(Read("shop=pipeline&gap=600:20").Key);
    }

    [Fact]
    public void The_queue_discipline_of_a_stage_can_be_another()
    {
        var request = Read("shop=pipeline&queue=machine:random-pool&queue=grinder:random-pool&queue=grinder:round-robin-pool");

        request.Settings.Stages.Select(stage => stage.Router).ShouldBe(["shared-queue-pool", "round-robin-pool", "random-pool"]);
        request.Key.ShouldBe(Read("shop=pipeline&queue=grinder:round-robin-pool&queue=machine:random-pool").Key);
        request.Key.ShouldNotBe(Read("shop=pipeline&queue=machine:random-pool").Key);
    }

    [Fact]
    public void A_change_at_opening_sets_the_pool_that_the_shop_opens_with() =>
        Read("shop=pipeline&edit=0:grinder:3").Settings.Stages[1].Workers.ShouldBe(3);

    [Fact]
    public void A_pool_can_be_sent_home() =>
        Read("shop=pipeline&edit=0:grinder:0").Settings.Stages[1].Workers.ShouldBe(0);

    [Theory]
    [InlineData("shop=tearoom", "There is no shop tearoom here; use one of solo, duplicated, pipeline, more-grinders, more-machines.")]
    [InlineData("shop=pipeline&seed=x", "seed=x is out of range; use a whole number.")]
    [InlineData("shop=pipeline&orders=0", "orders=0 is out of range; use a whole number from 1.")]
    [InlineData("shop=pipeline&edit=grinder", "edit=grinder is no change of a pool; use SECONDS:STAGE:WORKERS, with 0 to 10000 workers.")]
    [InlineData("shop=pipeline&edit=-1:grinder:2", "edit=-1:grinder:2 is no change of a pool; use SECONDS:STAGE:WORKERS, with 0 to 10000 workers.")]
    [InlineData("shop=pipeline&edit=1:grinder:-2", "edit=1:grinder:-2 is no change of a pool; use SECONDS:STAGE:WORKERS, with 0 to 10000 workers.")]
    [InlineData("shop=pipeline&gap=60:0", "gap=60:0 is no change of the time between arrivals; use SECONDS:MEAN, with a mean above 0 in seconds.")]
    [InlineData("shop=pipeline&queue=grinder", "queue=grinder is no queue discipline; use STAGE:ROUTER, with one of shared-queue-pool, shortest-queue-pool, round-robin-pool, random-pool.")]
    [InlineData("shop=pipeline&queue=grinder:lifo", "queue=grinder:lifo is no queue discipline; use STAGE:ROUTER, with one of shared-queue-pool, shortest-queue-pool, round-robin-pool, random-pool.")]
    [InlineData("shop=pipeline&queue=oven:random-pool", "pipeline has no stage oven; use one of waiter, grinder, machine.")]
    [InlineData("shop=pipeline&edit=1:oven:2", "pipeline has no stage oven; use one of waiter, grinder, machine.")]
    public void What_names_no_run_is_refused_with_what_would_be_right(string query, string why) =>
        Should.Throw<RefusedException>(() => Read(query)).Message.ShouldBe(why);

    private static PlayRequest Read(string query) => new PlayRequestReader(EssayShops.All).Read(new QueryCollection(QueryHelpers.ParseQuery(query)));
}
