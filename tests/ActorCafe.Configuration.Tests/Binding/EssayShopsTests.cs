using ActorCafe.Shop.Settings;

namespace ActorCafe.Configuration.Tests.Binding;

public sealed class EssayShopsTests
{
    [Theory]
    [InlineData("solo.conf", "solo", "waiter(accept+grind)x1 machine(brew)x1")]
    [InlineData("duplicated.conf", "duplicated", "waiter(accept+grind)x2 machine(brew)x2")]
    [InlineData("pipeline.conf", "pipeline", "waiter(accept)x1 grinder(grind)x1 machine(brew)x1")]
    [InlineData("more-grinders.conf", "more-grinders", "waiter(accept)x1 grinder(grind)x2 machine(brew)x1")]
    [InlineData("more-machines.conf", "more-machines", "waiter(accept)x1 grinder(grind)x2 machine(brew)x2")]
    public void Each_of_the_five_shops_cuts_the_work_in_its_own_way(string file, string name, string structure)
    {
        var shop = TestShops.Embedded(file).Settings;

        shop.Name.ShouldBe(name);
        string.Join(' ', shop.Stages.Select(stage => $"{stage.Name}({string.Join('+', stage.Performs)})x{stage.Workers}")).ShouldBe(structure);
    }

    [Theory]
    [InlineData("solo.conf", true)]
    [InlineData("duplicated.conf", true)]
    [InlineData("pipeline.conf", false)]
    [InlineData("more-grinders.conf", false)]
    [InlineData("more-machines.conf", false)]
    public void Only_where_nothing_is_cut_the_waiter_stays_with_the_order(string file, bool stays)
    {
        var shop = TestShops.Embedded(file).Settings;

        shop.Stages[0].StaysWithOrder.ShouldBe(stays);
        shop.Stages.Skip(1).ShouldAllBe(stage => !stage.StaysWithOrder);
    }

    [Fact]
    public void All_five_sell_the_same_drinks_with_the_same_work()
    {
        var menus = ShopFiles.EssayShops.Select(file => string.Join('\n', TestShops.Embedded(file).Settings.Menu.Select(Describe)));

        menus.Distinct().ShouldHaveSingleItem();

        static string Describe(Drink drink) =>
            $"{drink.Name} {drink.Share} {string.Join(' ', drink.Recipe.Select(step => $"{step.Step}:{step.Service.Mean}/{step.Service.Variance}"))}";
    }

    [Fact]
    public void They_sell_coffee_alone_unless_a_recording_asks_for_more() =>
        TestShops.Pipeline().Menu.Where(drink => drink.Share > 0).ShouldHaveSingleItem().Name.ShouldBe("coffee");

    [Fact]
    public void Coffee_takes_20_60_and_45_seconds_on_average()
    {
        var coffee = TestShops.Pipeline().Menu[0];

        coffee.Recipe.Select(step => (step.Step, step.Service.Mean)).ShouldBe([("accept", 20), ("grind", 60), ("brew", 45)]);
        coffee.Recipe.ShouldAllBe(step => step.Service.Variance == step.Service.Mean * step.Service.Mean);
        coffee.Recipe.ShouldAllBe(step => step.RemakeProbability == 0);
    }

    [Fact]
    public void A_drink_may_take_its_own_time_for_a_step_and_the_common_one_for_the_others()
    {
        var latte = TestShops.Pipeline().Menu.Single(drink => drink.Name == "latte");

        latte.Recipe.Select(step => step.Service.Mean).ShouldBe([20, 60, 75]);
    }

    [Fact]
    public void Tea_needs_no_grinder() =>
        TestShops.Pipeline().Menu.Single(drink => drink.Name == "tea").Recipe.Select(step => step.Stage).ShouldBe([0, 2]);

    [Fact]
    public void Two_hundred_customers_come_every_40_seconds_on_average()
    {
        var shop = TestShops.Pipeline();

        shop.Customers.Arrivals.ShouldBeOfType<ArrivalSettings.Renewal>().Gap.Mean.ShouldBe(40);
        shop.Customers.Arrivals.ShouldBeOfType<ArrivalSettings.Renewal>().Batch.ShouldBe(1);
        shop.Customers.Orders.ShouldBe(200);
        (shop.Customers.Until, shop.Customers.StopAt, shop.Customers.Patience).ShouldBe((null, null, null));
        shop.Seed.ShouldBe(1);
        shop.Clock.ShouldBe(new(ClockMode.Virtual, 60));
        shop.Statistics.ShouldBe(new(WarmUp.None, 0.95));
    }

    [Fact]
    public void Queues_are_shared_and_unlimited()
    {
        var stages = ShopFiles.EssayShops.SelectMany(file => TestShops.Embedded(file).Settings.Stages).ToArray();

        stages.ShouldAllBe(stage => stage.Router == "shared-queue-pool" && stage.QueueCapacity == null && stage.WhenFull == WhenFull.Block);
        stages.ShouldAllBe(stage => stage.HandOverTime == TimeSpan.Zero && !stage.Priority && stage.Schedule.IsEmpty);
    }

    [Fact]
    public void Without_any_file_the_defaults_alone_are_the_pipeline()
    {
        var shop = ShopFiles.Load([], []).Settings;

        shop.Name.ShouldBe("pipeline");
        shop.Stages.Select(stage => (stage.Worker, stage.Is)).ShouldBe([("waiter", WorkerKind.Person), ("grinder", WorkerKind.Person), ("coffee-machine", WorkerKind.Machine)]);
        shop.Menu.ShouldHaveSingleItem().Name.ShouldBe("coffee");
    }

    [Fact]
    public void The_embedded_files_can_be_read_as_text() =>
        ShopFiles.EmbeddedText("solo.conf").ShouldContain("stays-with-order = on");
}
