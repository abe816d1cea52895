using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Results;

namespace ActorCafe.Shop.Tests.Results;

public sealed class OfferedLoadTests
{
    [Fact]
    public void A_stage_with_more_work_than_capacity_has_no_steady_state()
    {
        OfferedLoad.Unstable(Shops.Pipeline()).ShouldBe(["grinder", "machine"]);
        OfferedLoad.Unstable(Shops.Pipeline(1, 2, 2)).ShouldBeEmpty();
        OfferedLoad.Unstable(Shops.Solo(2)).ShouldBe(["waiter"], "it stays for 125 s, and customers come every 40 s");
    }

    [Fact]
    public void Hand_overs_and_remakes_count_as_work()
    {
        var shop = Shops.Pipeline(1, 1, 1, new Exponential(20), new Exponential(60), new Exponential(45))
            .WithStage("grinder", stage => stage with { HandOverTime = TimeSpan.FromSeconds(5) })
            .WithRecipe(step => step with { RemakeProbability = step.Step == "grind" ? 0.25 : 0 });

        // 60 / (1 - 0.25) + 5
        shop.Stages.Select(stage => OfferedLoad.WorkPerOrder(shop, stage)).ShouldBe([20, 85, 45]);
    }

    [Fact]
    public void A_worker_that_stays_is_busy_until_the_order_is_served()
    {
        var shop = Shops.Solo();

        shop.Stages.Select(stage => OfferedLoad.WorkPerOrder(shop, stage)).ShouldBe([20 + 60 + 45, 45]);
    }
}
