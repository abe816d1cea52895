namespace ActorCafe.Configuration.Tests.Binding;

public sealed class CostReaderTests
{
    [Fact]
    public void A_person_costs_more_than_a_machine_where_nothing_is_said() =>
        TestShops.Embedded("pipeline.conf").CostPerHour.ShouldBe([15, 15, 4]);

    [Fact]
    public void A_stage_costs_what_its_key_says() =>
        TestShops.Embedded("pipeline.conf", "cafe.cost={ waiter = 12.5, machine = 0 }").CostPerHour.ShouldBe([12.5, 15, 0]);

    [Theory]
    [InlineData("cafe.cost.grinder=-1", "cafe.cost.grinder: '-1' is negative; write a number, 0 or more")]
    [InlineData("cafe.cost.grinder=free", "cafe.cost.grinder: 'free' is not a number; write a number, 0 or more")]
    [InlineData("cafe.cost.grnder=1", "cafe.cost.grnder: cafe.stages does not name this stage; did you mean grinder? (or remove it with cafe.cost.grnder = null)")]
    [InlineData("cafe.cost=15", "cafe.cost: expected an object, not '15'; write cost { ... }")]
    public void A_wrong_cost_is_refused(string set, string message) => TestShops.Refusal(set).ShouldBe($"--set: {message}");
}
