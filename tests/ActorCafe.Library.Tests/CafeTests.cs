using ActorCafe.Shop;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Workers;
using Akka.Actor;

namespace ActorCafe.Library.Tests;

public sealed class CafeTests
{
    private static Cafe Pipeline => EssayShops.Of("pipeline");

    [Fact]
    public async Task A_pool_is_resized_on_another_shop_and_the_first_one_stays_as_it_is()
    {
        var bigger = Pipeline.WithPool("grinder", 2);

        (await bigger.RunAsync()).Checksum.ShouldBe((await EssayShops.Of("more-grinders").RunAsync()).Checksum);
        (await bigger.WithPool("grinder", 1).RunAsync()).Checksum.ShouldBe((await Pipeline.RunAsync()).Checksum);
    }

    [Fact]
    public async Task A_run_without_seed_has_the_seed_of_the_reference()
    {
        var result = await Pipeline.RunAsync();

        result.Seed.ShouldBe(1);
        result.Checksum.ShouldNotBe((await Pipeline.RunAsync(seed: 2)).Checksum);
    }

    [Fact]
    public async Task Replications_and_other_options_are_those_of_a_simulation()
    {
        var result = await Pipeline.Arrivals(Exponential(90)).RunAsync(seed: 3, new() { Replications = 5 });

        result.Replications.ShouldBe(5);
        result.ResponseTime.Ci.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_shop_without_a_menu_sells_one_thing_of_all_steps() =>
        (await Pipeline.RunAsync()).Drinks.ShouldHaveSingleItem().Name.ShouldBe("order");

    public static TheoryData<string, Cafe> Slips => new()
    {
        { """Stage("counter"): performs: """, Two.Stage("counter", 1, "acept") },
        { """Stage("counter"): nr-of-instances: """, Two.Stage("counter", 0, "accept") },
        { """Stage("counter"): queue-capacity: """, Two.Stage("counter", 1, "accept", new() { QueueCapacity = -1 }) },
        { """Stage("counter"): hand-over-time: """, Two.Stage("counter", 1, "accept", new() { HandOverTime = TimeSpan.FromSeconds(-2) }) },
        { """Stage("counter"): router: """, Two.Stage("counter", 1, "accept", new() { Router = "shared-queue" }) },
        { """Stage("bar"): cafe.stages: """, Two.Stage("bar", 1, "accept") },
        { """WithPool("barr"): akka.actor.deployment./cafe/barr: """, Two.Stage("counter", 1, "accept").WithPool("barr", 2) },
        { """Orders: orders: """, Two.Stage("counter", 1, "accept").Orders(0) },
        { """Step("accept"): cafe.step.accept: """, Two },
        { """Drink("tea"): steps: """, Two.Stage("counter", 1, "accept").Drink("tea", ["steep"]) },
        { """Until: until: """, Two.Stage("counter", 1, "accept").Until(TimeSpan.Zero) },
        { """Define("empty"): cafe.step: """, Cafe.Define("empty") },
        { """Stage("counter"): custom workers cannot break down""", Two.Stage("counter", 1, "accept", new() { NewWorker = NewWorker }).With("cafe.stage.counter.priority", "preemptive") },
        { """Stage("counter"): QueueBy and Priority both order the queue; """, Two.Stage("counter", 1, "accept", new() { QueueBy = order => order.Number }).With("cafe.stage.counter.priority", "on") },
    };

    private static Props NewWorker(ShopContext shop, StageSettings stage) => Props.Create(() => new SteadyWorker(shop, stage));

    private static Cafe Two => Cafe.Define("two").Step("accept", Exponential(20)).Step("brew", Exponential(30)).Stage("bar", 1, "brew");

    [Theory]
    [MemberData(nameof(Slips), DisableDiscoveryEnumeration = true)]
    public void A_slip_is_named_by_the_call_it_is_in(string start, Cafe shop)
    {
        ArgumentNullException.ThrowIfNull(shop);

        Should.Throw<ArgumentException>(() => shop.Settings()).Message.ShouldStartWith(start);
    }

    [Fact]
    public void A_step_or_drink_is_defined_once()
    {
        Should.Throw<ArgumentException>(() => Two.Step("brew", Exponential(5))).Message.ShouldStartWith("Step(\"brew\"): there is one of this name already");
        Should.Throw<ArgumentException>(() => Two.Drink("tea", ["brew"]).Drink("tea", ["brew"])).Message.ShouldStartWith("Drink(\"tea\"): there is one");
    }

    [Fact]
    public void A_distribution_out_of_range_is_refused_where_it_is_written() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Exponential(-1)).ParamName.ShouldBe("mean");

    [Fact]
    public void A_missing_file_is_an_argument_that_is_wrong() =>
        Should.Throw<ArgumentException>(() => Cafe.Load("nowhere.conf")).Message.ShouldBe("nowhere.conf: file: there is no such file; name a shop file that can be read");
}
