using ActorCafe.Queueing.Distributions;
using ActorCafe.Queueing.Theory;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Tests;
using ActorCafe.Validation.Tests.Running;

namespace ActorCafe.Validation.Tests;

/// <summary>One stage with one queue for all its workers, against the classical formulas.</summary>
public class SingleStageTests
{
    [Fact]
    public async Task One_waiter_is_an_MM1()
    {
        var result = await Shops.Single(1, new Exponential(30)).WithPoissonArrivals(60).Over(300_000, seed: 1).RunAsync();

        result.Wait().ShouldHold(ErlangC.MeanWait(1, 60, 30));
        result.ResponseTime.Ci!.ShouldHold(ErlangC.MeanResponse(1, 60, 30), within: 0.03);
    }

    [Theory]
    [InlineData(2, 2, 0.09)]
    [InlineData(3, 3, 0.09)]
    [InlineData(5, 4, 0.15)]
    public async Task Several_workers_with_one_queue_are_an_MMc(int workers, long seed, double within)
    {
        // A utilization of two thirds: three grinders of 60 s, a customer every 30 s, and similar pools.
        var gap = 90.0 / workers;
        var result = await Shops.Single(workers, new Exponential(60)).WithPoissonArrivals(gap).Over(200_000, seed).RunAsync();

        result.Wait().ShouldHold(ErlangC.MeanWait(workers, gap, 60), within);
    }

    [Fact]
    public async Task A_busy_waiter_is_an_MM1_too()
    {
        var result = await Shops.Single(1, new Exponential(48)).WithPoissonArrivals(60).Over(400_000, seed: 5, warmUp: 10_000).RunAsync();

        result.Wait().ShouldHold(ErlangC.MeanWait(1, 60, 48), within: 0.12);
    }

    [Fact]
    public async Task A_grinder_pool_has_the_queue_the_use_and_the_long_waits_of_an_MMc()
    {
        var shop = Shops.Single(3, new Exponential(60)).WithPoissonArrivals(30).Over(40_000, seed: 6);
        var runs = await shop.IntervalsAsync(
            10,
            run => run.Stages[0].QueueLength.Mean!.Value,
            run => run.Stages[0].Utilisation!.Value,
            run => run.Stages[0].WaitingTime.P95!.Value);

        runs[0].ShouldHold(ErlangC.MeanQueueLength(3, 30, 60), within: 0.13);
        runs[1].ShouldHold(2.0 / 3, within: 0.015);
        runs[2].ShouldHold(ErlangC.WaitQuantile(3, 30, 60, 0.95), within: 0.1);
    }

    [Fact]
    public async Task The_response_times_of_an_MM1_are_exponential()
    {
        var shop = Shops.Single(1, new Exponential(30)).WithPoissonArrivals(60).Over(40_000, seed: 7);
        var runs = await shop.IntervalsAsync(
            10,
            run => run.ResponseTime.P50!.Value,
            run => run.ResponseTime.P95!.Value,
            run => run.ResponseTime.P99!.Value,
            run => run.ResponseTime.Std!.Value);

        runs[0].ShouldHold(60 * Math.Log(2), within: 0.04);
        runs[1].ShouldHold(60 * Math.Log(20), within: 0.06);
        runs[2].ShouldHold(60 * Math.Log(100), within: 0.08);
        runs[3].ShouldHold(60, within: 0.06);
    }

    [Fact]
    public async Task A_waiter_has_more_than_n_customers_with_the_probability_of_an_MM1()
    {
        // P(N > n) = rho^(n + 1), with rho = 45 / 60.
        static double MoreThan(ShopResult run, int n) => run.InShop.Probabilities!.Value.Skip(n + 1).Sum();

        var shop = Shops.Single(1, new Exponential(45)).WithPoissonArrivals(60).Over(40_000, seed: 82, warmUp: 1_000);
        var runs = await shop.IntervalsAsync(10, run => MoreThan(run, 0), run => MoreThan(run, 3), run => MoreThan(run, 9));

        runs[0].ShouldHold(Math.Pow(0.75, 1), within: 0.02);
        runs[1].ShouldHold(Math.Pow(0.75, 4), within: 0.08);
        runs[2].ShouldHold(Math.Pow(0.75, 10), within: 0.25);
    }

    public static TheoryData<string, double> ServicesOfOneMean => new()
    {
        { nameof(Deterministic), 0.04 },
        { nameof(Uniform), 0.05 },
        { nameof(Erlang), 0.05 },
        { nameof(Gamma), 0.06 },
        { nameof(Weibull), 0.05 },
        { nameof(LogNormal), 0.08 },
        { nameof(HyperExponential), 0.1 },
    };

    [Theory]
    [MemberData(nameof(ServicesOfOneMean))]
    public async Task A_waiter_with_any_service_time_keeps_to_Pollaczek_and_Khinchine(string kind, double within)
    {
        Distribution service = kind switch
        {
            nameof(Deterministic) => new Deterministic(30),
            nameof(Uniform) => new Uniform(10, 50),
            nameof(Erlang) => new Erlang(30, 3),
            nameof(Gamma) => new Gamma(30, 0.7),
            nameof(Weibull) => new Weibull(30, 1.5),
            nameof(LogNormal) => new LogNormal(30, 1),
            _ => HyperExponential.Balanced(30, 1.5),
        };
        var seed = 10 + ServicesOfOneMean.Select(row => (string)((object[])row)[0]).ToList().IndexOf(kind);

        var result = await Shops.Single(1, service).WithPoissonArrivals(60).Over(200_000, seed).RunAsync();

        result.Wait().ShouldHold(PollaczekKhinchine.MeanWait(60, service.Mean, service.Variance), within);
    }

    [Fact]
    public async Task Different_drinks_at_one_waiter_are_a_mixture_of_their_service_times()
    {
        // Two thirds take 15 s, one third 60 s: mean 30 s, E[S^2] = 2/3 x 2 x 15^2 + 1/3 x 2 x 60^2 = 2700 s^2.
        var shop = Shops.Single(1, new Exponential(15)).WithDrinks((2, 0, new Exponential(15)), (1, 0, new Exponential(60)));

        var result = await shop.WithPoissonArrivals(60).Over(200_000, seed: 20).RunAsync();

        result.Wait().ShouldHold(PollaczekKhinchine.MeanWait(60, 30, 2700 - (30 * 30)), within: 0.08);
    }

    [Theory]
    [InlineData("constant", 21, 0.06)]
    [InlineData("erlang", 22, 0.06)]
    [InlineData("hyperexponential", 23, 0.1)]
    public async Task Customers_at_any_independent_gaps_make_a_GIM1(string gaps, long seed, double within)
    {
        Distribution gap = gaps switch
        {
            "constant" => new Deterministic(60),
            "erlang" => new Erlang(60, 2),
            _ => new HyperExponential([30, 150], [0.75, 0.25]),
        };

        var result = await Shops.Single(1, new Exponential(36)).WithGaps(gap).Over(200_000, seed).RunAsync();

        result.Wait().ShouldHold(GeneralArrivals.MeanWait(InterArrivalTime.Of(gap)!, 36), within);
    }

    [Fact]
    public async Task Customers_in_groups_wait_for_their_own_group_too()
    {
        var shop = Shops.Single(1, new Exponential(30)).WithArrivals(new ArrivalSettings.Renewal(new Exponential(240), 4));

        var result = await shop.Over(200_000, seed: 24).RunAsync();

        result.Wait().ShouldHold(BatchArrivals.MeanWait(4, 240, 30), within: 0.06);
    }

    [Fact]
    public async Task A_waiter_who_does_every_fifth_coffee_again_is_an_MM1_with_feedback()
    {
        var shop = Shops.Single(1, new Exponential(40)).WithRecipe(step => step with { RemakeProbability = 0.2 });

        var result = await shop.WithPoissonArrivals(100).Over(200_000, seed: 25).RunAsync();

        var theory = JacksonNetwork.Means(100, new Station(Visits: 1 / 0.8, Service: 40, Servers: 1));
        result.ResponseTime.Ci!.ShouldHold(theory.Response, within: 0.05);
        result.Wait().ShouldHold(theory.Stations[0].Wait, within: 0.06);
    }
}
