using ActorCafe.Queueing.Distributions;
using ActorCafe.Queueing.Theory;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Tests;
using ActorCafe.Validation.Tests.Running;

namespace ActorCafe.Validation.Tests;

/// <summary>Shops of several stages, and closed networks of returning customers.</summary>
public class WholeShopTests
{
    [Fact]
    public async Task Each_of_three_stages_waits_as_if_it_were_alone()
    {
        var shop = Shops.Pipeline(1, 3, 4, new Exponential(20), new Exponential(60), new Exponential(90)).WithPoissonArrivals(30);

        var result = await shop.Over(200_000, seed: 61).RunAsync();

        result.Wait(0).ShouldHold(40, within: 0.09);
        result.Wait(1).ShouldHold(80.0 / 3, within: 0.09);
        result.Wait(2).ShouldHold(90 * 27.0 / 53, within: 0.12);
        var theory = JacksonNetwork.Means(30, new(1, 20, 1), new(1, 60, 3), new(1, 90, 4)).Response;
        theory.ShouldBe(282.5157, 1e-4);
        result.ResponseTime.Ci!.ShouldHold(theory, within: 0.03);
    }

    [Fact]
    public async Task Two_waiters_in_a_row_are_Jackson_s_tandem()
    {
        var shop = Shops.Of([Shops.Stage("waiter", 1, "accept"), Shops.Stage("machine", 1, "brew")], [new Exponential(30), new Exponential(36)], "accept", "brew");

        var result = await shop.WithPoissonArrivals(60).Over(200_000, seed: 62).RunAsync();

        result.Wait(0).ShouldHold(30, within: 0.07);
        result.Wait(1).ShouldHold(54, within: 0.1); // 0.6 / 0.4 x 36
        result.ResponseTime.Ci!.ShouldHold(JacksonNetwork.Means(60, new(1, 30, 1), new(1, 36, 1)).Response);
    }

    [Fact]
    public async Task A_waiter_who_stays_with_the_customer_is_one_server_for_the_whole_order()
    {
        // 20 + 60 + 45 s, each exponential, by one server: an M/G/1 whose variances add up.
        var result = await Shops.Solo().WithPoissonArrivals(250).Over(200_000, seed: 63).RunAsync();

        var wait = PollaczekKhinchine.MeanWait(250, 125, (20 * 20) + (60 * 60) + (45 * 45));
        result.Wait().ShouldHold(wait, within: 0.05);
        result.ResponseTime.Ci!.ShouldHold(wait + 125, within: 0.03);
    }

    [Fact]
    public async Task A_waiter_who_does_all_steps_himself_is_an_MG1_too()
    {
        var shop = Shops.Of([Shops.Stage("waiter", 1, "accept", "grind", "brew")], Shops.EssayTimes);

        var result = await shop.WithPoissonArrivals(250).Over(200_000, seed: 64).RunAsync();

        result.Wait().ShouldHold(PollaczekKhinchine.MeanWait(250, 125, (20 * 20) + (60 * 60) + (45 * 45)), within: 0.05);
    }

    [Fact]
    public async Task Hand_over_time_acts_as_a_longer_service()
    {
        // 25 s of service and 5 s of handing over, a customer every 60 s: an M/G/1 with mean 30 s and the variance of the 25 s.
        var shop = Shops.Single(1, new Exponential(25)).WithStage("waiter", stage => stage with { HandOverTime = TimeSpan.FromSeconds(5) });

        var result = await shop.WithPoissonArrivals(60).Over(200_000, seed: 65).RunAsync();

        result.Wait().ShouldHold(PollaczekKhinchine.MeanWait(60, 30, 25 * 25), within: 0.05);
    }

    [Theory]
    [InlineData(1, 66)]
    [InlineData(3, 67)]
    public async Task Ten_customers_who_come_again_make_a_machine_repair_shop(int workers, long seed)
    {
        var shop = Shops.Single(workers, new Exponential(60 * workers));

        var result = await Again(shop, population: 10, think: new Exponential(600)).Over(150_000, seed).RunAsync();

        result.ResponseTime.Ci!.ShouldHold(ClosedNetwork.Means(10, 600, new Station(1, 60 * workers, workers)).Response, within: 0.03);
    }

    [Fact]
    public async Task Only_the_mean_of_the_think_time_matters()
    {
        var shop = Shops.Single(1, new Exponential(60));

        var result = await Again(shop, population: 10, think: new Deterministic(600)).Over(150_000, seed: 68).RunAsync();

        result.ResponseTime.Ci!.ShouldHold(ClosedNetwork.Means(10, 600, new Station(1, 60, 1)).Response, within: 0.03);
    }

    [Fact]
    public async Task Customers_who_come_again_to_three_stages_follow_mean_value_analysis()
    {
        var shop = Again(Shops.Pipeline(), population: 6, think: new Exponential(100));

        var result = await shop.Over(150_000, seed: 69).RunAsync();

        result.ResponseTime.Ci!.ShouldHold(ClosedNetwork.Means(6, 100, new(1, 20, 1), new(1, 60, 1), new(1, 45, 1)).Response, within: 0.02);
    }

    private static ShopSettings Again(ShopSettings shop, int population, Distribution think) =>
        shop.WithArrivals(new ArrivalSettings.Closed(population, think));
}
