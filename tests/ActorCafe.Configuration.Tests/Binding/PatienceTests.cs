using ActorCafe.Queueing.Distributions;

namespace ActorCafe.Configuration.Tests.Binding;

public sealed class PatienceTests
{
    [Theory]
    [InlineData("5m")]
    [InlineData("{ distribution = deterministic, value = 5m }")]
    public void A_stage_has_a_patience_of_its_own(string written)
    {
        var shop = TestShops.Pipeline($"cafe.stage.machine.patience={written}");

        shop.Stages[2].Patience.ShouldBeOfType<Deterministic>().Mean.ShouldBe(300);
        (shop.Stages[0].Patience, shop.Stages[1].Patience, shop.Customers.Patience).ShouldBe((null, null, null));
    }

    [Fact]
    public void None_is_without_limit() => TestShops.Pipeline("cafe.stage.machine.patience=none").Stages[2].Patience.ShouldBeNull();

    [Theory]
    [InlineData("cafe.stage.machine.patience=5", "cafe.stage.machine.patience: 5 has no unit; write 5s for seconds, or patience { distribution = ... }")]
    [InlineData("cafe.stage.machine.patience=-5s", "cafe.stage.machine.patience: -5s is negative; write a number and a unit, such as 45s, 1.5m or 200ms, or patience { distribution = ... }")]
    [InlineData("cafe.stage.machine.patience=[5m]", "cafe.stage.machine.patience: expected a distribution, not a list; write none, 5m, or patience { distribution = exponential, mean = 5m }")]
    public void What_is_no_time_and_no_distribution_is_refused(string set, string message) => TestShops.Refusal(set).ShouldBe($"--set: {message}");

    [Fact]
    public void Two_patiences_for_the_stage_where_orders_begin_are_refused() =>
        TestShops.Refusal("cafe.customers.patience=5m", "cafe.stage.waiter.patience=5m")
            .ShouldBe("--set: cafe.stage.waiter.patience: orders begin at waiter, so customers.patience is its patience already; write one of the two, and none for the other");

    [Fact]
    public void Customers_may_have_another_patience_behind_the_first_stage()
    {
        var shop = TestShops.Pipeline("cafe.customers.patience=5m", "cafe.stage.machine.patience=2m");

        (shop.Customers.Patience!.Mean, shop.Stages[2].Patience!.Mean).ShouldBe((300, 120));
    }
}
