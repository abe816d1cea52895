namespace ActorCafe.Configuration.Tests.Binding;

public sealed class PrecedenceTests
{
    private static readonly Override Set = new("--set", "cafe.seed=4");
    private static readonly Override Seed = new("--seed", "5");

    [Fact]
    public void A_file_goes_over_the_defaults_and_a_later_file_over_an_earlier_one()
    {
        using var folder = new ShopFolder().Write("a.conf", "cafe { seed = 2, name = a }").Write("b.conf", "cafe.seed = 3");

        folder.Load("a.conf").Settings.Seed.ShouldBe(2);
        folder.Load(["a.conf", "b.conf"]).Settings.Seed.ShouldBe(3);
        folder.Load(["b.conf", "a.conf"]).Settings.Seed.ShouldBe(2);
        folder.Load(["a.conf", "b.conf"]).Settings.Name.ShouldBe("a");
    }

    [Fact]
    public void An_include_counts_at_its_place()
    {
        using var folder = new ShopFolder()
            .Write("shared.conf", "cafe.seed = 2")
            .Write("before.conf", "include \"shared.conf\"\ncafe.seed = 3")
            .Write("after.conf", "cafe.seed = 3\ninclude \"shared.conf\"");

        folder.Load("before.conf").Settings.Seed.ShouldBe(3);
        folder.Load("after.conf").Settings.Seed.ShouldBe(2);
    }

    [Fact]
    public void Set_goes_over_pool_and_pool_over_files()
    {
        const string Size = "akka.actor.deployment./cafe/grinder.nr-of-instances";
        using var folder = new ShopFolder().Write("shop.conf", $"{Size} = 2");

        Grinders().ShouldBe(2);
        Grinders(new Override("--pool", "grinder=3")).ShouldBe(3);
        Grinders(new Override("--set", Size + "=4"), new Override("--pool", "grinder=3")).ShouldBe(4);

        int Grinders(params Override[] overrides) => folder.Load("shop.conf", overrides).Settings.Stages[1].Workers;
    }

    [Fact]
    public void Seed_and_orders_are_short_for_keys_and_go_over_set()
    {
        var shop = ShopFiles.LoadEmbedded("pipeline.conf", [Seed, new("--orders", "7"), Set, new("--set", "cafe.customers.orders=6")]).Settings;

        (shop.Seed, shop.Customers.Orders).ShouldBe((5, 7));
    }

    [Fact]
    public void The_last_of_equal_options_counts() =>
        TestShops.Pipeline("cafe.seed=8", "cafe.seed=9").Seed.ShouldBe(9);

    [Fact]
    public void Set_takes_lists_and_objects()
    {
        var shop = TestShops.Pipeline("cafe.customers.arrivals={ process = hourly, rates = [20, 60] }", "cafe.stage.grinder.schedule=[{ at = 2h, workers = 4 }]");

        shop.Customers.Arrivals.ShouldBeOfType<ActorCafe.Shop.Settings.ArrivalSettings.Hourly>().RatesPerHour.ShouldBe([20, 60]);
        shop.Stages[1].Schedule.Changes.ShouldHaveSingleItem().ShouldBe(new(TimeSpan.FromHours(2), 4));
    }

    [Fact]
    public void An_object_goes_into_what_is_there_and_a_list_in_its_place()
    {
        var shop = TestShops.Pipeline("cafe.clock={ time-scale = 2 }", "cafe.stages=[machine, waiter, grinder]");

        shop.Clock.ShouldBe(new(ActorCafe.Shop.Settings.ClockMode.Virtual, 2));
        shop.Stages.Select(stage => stage.Name).ShouldBe(["machine", "waiter", "grinder"]);
    }

    [Theory]
    [InlineData("--set", "cafe.seed", "--set: cafe.seed: it is not an assignment; write KEY=VALUE")]
    [InlineData("--set", "=3", "--set: =3: it is not an assignment; write KEY=VALUE")]
    [InlineData("--pool", "grinder", "--pool: grinder: no number of workers is assigned to a stage; write --pool STAGE=N")]
    [InlineData("--pool", "=2", "--pool: =2: no number of workers is assigned to a stage; write --pool STAGE=N")]
    [InlineData("--pool", "grindr=2", "--pool: akka.actor.deployment./cafe/grindr: there is no stage 'grindr' in cafe.stages; did you mean grinder? (or remove the entry with = null)")]
    [InlineData("--pool", "grinder=two", "--pool: akka.actor.deployment./cafe/grinder.nr-of-instances: 'two' is not a whole number; write a whole number from 1 to 100000")]
    [InlineData("--pool", "grinder=0", "--pool: akka.actor.deployment./cafe/grinder.nr-of-instances: 0 is out of range; write a whole number from 1 to 100000")]
    [InlineData("--seed", "one", "--seed: cafe.seed: 'one' is not a whole number; write a 64-bit whole number")]
    [InlineData("--seed", "9223372036854775808", "--seed: cafe.seed: '9223372036854775808' is not a whole number; write a 64-bit whole number")]
    [InlineData("--orders", "0", "--orders: cafe.customers.orders: 0 is out of range; write a whole number, 1 or more, or unlimited")]
    [InlineData("--orders", "", "--orders: cafe.customers.orders: '' is not a whole number; write a whole number, 1 or more, or unlimited")]
    public void A_wrong_option_is_named_as_the_place(string option, string text, string message) =>
        Should.Throw<InputException>(() => ShopFiles.LoadEmbedded("pipeline.conf", [new(option, text)])).Message.ShouldBe(message);
}
