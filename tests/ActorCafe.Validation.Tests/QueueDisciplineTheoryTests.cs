using ActorCafe.Queueing.Distributions;
using ActorCafe.Queueing.Theory;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Tests;
using ActorCafe.Validation.Tests.Formulas;
using ActorCafe.Validation.Tests.Running;

namespace ActorCafe.Validation.Tests;

/// <summary>
/// Three grinders of 60 s, a customer every 30 s, under each router: the same work, but mean waits from 27 s to 120 s. Also priorities.
/// </summary>
public class QueueDisciplineTheoryTests
{
    private const double Gap = 30;
    private const double Service = 60;

    [Fact]
    public async Task One_queue_for_all_is_an_MMc_and_waits_27_s() =>
        (await WaitAsync("shared-queue-pool", seed: 31)).ShouldHold(80.0 / 3, within: 0.09);

    [Fact]
    public async Task The_shortest_queue_waits_36_s()
    {
        // States with more than 20 at the longest queue have less than a millionth of the probability.
        var theory = ShortestQueue.MeanWait(3, Gap, Service, longest: 20);
        theory.ShouldBe(35.5492, 1e-4);

        (await WaitAsync("shortest-queue-pool", seed: 32)).ShouldHold(theory, within: 0.08);
    }

    [Fact]
    public async Task In_turn_each_grinder_is_an_E3M1_and_waits_68_s() =>
        (await WaitAsync("round-robin-pool", seed: 33)).ShouldHold(RoundRobin.MeanWait(3, Gap, Service), within: 0.07);

    [Fact]
    public async Task At_random_each_grinder_is_an_MM1_and_waits_120_s()
    {
        // A Poisson process split at random becomes three Poisson processes, each with a third of the customers.
        var theory = RandomSplitting.MeanWait(3, Gap, Service);
        theory.ShouldBe(120, 1e-9);

        (await WaitAsync("random-pool", seed: 34)).ShouldHold(theory, within: 0.08);
    }

    [Fact]
    public async Task The_shortest_of_two_queues_waits_as_its_markov_chain_does()
    {
        var shop = Shops.Single(2, new Exponential(60), "shortest-queue-pool").WithPoissonArrivals(45);

        var result = await shop.Over(200_000, seed: 35).RunAsync();

        result.Wait().ShouldHold(ShortestQueue.MeanWait(2, 45, 60, longest: 40), within: 0.09);
    }

    [Fact]
    public async Task Two_ranks_at_three_grinders_wait_by_Cobham_s_formula()
    {
        // A quarter of the customers have high priority: they arrive every 120 s, the others every 40 s.
        var theory = Priorities.MeanWaits(3, [120, 40], Service);
        var shop = Shops.Single(3, new Exponential(Service)).WithDrinks((3, 0, new Exponential(Service)), (1, 5, new Exponential(Service)));

        var waits = await ByPriority(shop).WithPoissonArrivals(Gap).Over(35_000, seed: 36, warmUp: 2_000)
            .IntervalsAsync(10, run => WaitOf(run, 1, Service), run => WaitOf(run, 0, Service), run => run.Stages[0].WaitingTime.Mean!.Value);

        waits[0].ShouldHold(theory[0], within: 0.15);
        waits[1].ShouldHold(theory[1], within: 0.14);

        // Priorities do not change the mean over all customers, which is that of an M/M/3.
        waits[2].ShouldHold(ErlangC.MeanWait(3, Gap, Service), within: 0.14);
    }

    [Fact]
    public async Task Three_ranks_with_times_of_their_own_at_one_waiter_wait_by_Cobham_s_formula()
    {
        // Offered load 0.1 + 0.3 + 0.2; the last drink on the menu has the highest priority.
        var shop = Shops.Single(1, new Exponential(30)).WithDrinks(
            (1, 1, new Exponential(24)),
            (2, 2, new Exponential(18)),
            (1, 3, new Deterministic(12)));
        var theory = Priorities.MeanWaits((120, 12, 0), (60, 18, 18 * 18), (120, 24, 24 * 24));

        var waits = await ByPriority(shop).WithPoissonArrivals(30).Over(35_000, seed: 37, warmUp: 2_000)
            .IntervalsAsync(10, run => WaitOf(run, 2, 12), run => WaitOf(run, 1, 18), run => WaitOf(run, 0, 24));

        waits[0].ShouldHold(theory[0], within: 0.08);
        waits[1].ShouldHold(theory[1], within: 0.08);
        waits[2].ShouldHold(theory[2], within: 0.1);
    }

    private static async Task<Interval> WaitAsync(string router, long seed) =>
        (await Shops.Single(3, new Exponential(Service), router).WithPoissonArrivals(Gap).Over(250_000, seed).RunAsync()).Wait();

    private static ShopSettings ByPriority(ShopSettings shop) => shop.WithStage("waiter", stage => stage with { Priority = true });

    /// <summary>Service times do not depend on the order of service, so the wait is the response time minus the mean service time.</summary>
    private static double WaitOf(ShopResult run, int drink, double service) => run.Drinks[drink].ResponseTime.Mean!.Value - service;
}
