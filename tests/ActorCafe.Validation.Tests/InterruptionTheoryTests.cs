using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Tests;
using ActorCafe.Validation.Tests.Running;

namespace ActorCafe.Validation.Tests;

/// <summary>Breakdowns and preemptive priority against published formulas, with intervals of 99.9 %.</summary>
public sealed class InterruptionTheoryTests
{
    [Theory]
    [InlineData(false, 41)]
    [InlineData(true, 42)]
    public async Task A_server_that_fails_by_the_clock_has_the_queue_of_White_and_Christie(bool givesBack, long seed)
    {
        // H. White and L. S. Christie, "Queuing with preemptive priorities or with breakdown", Operations Research 6 (1958). A customer every 100 s, a service
        // of 60 s, a breakdown after 1,000 s and a repair of 200 s. With one worker, an order given back goes on with the same one.
        var (lambda, mu, xi, eta) = (1 / 100.0, 1 / 60.0, 1 / 1000.0, 1 / 200.0);
        var inShop = lambda * (((xi + eta) * (xi + eta)) + (xi * mu)) / ((xi + eta) * ((eta * mu) - (lambda * (xi + eta))));
        (inShop / lambda).ShouldBe(376.19048, 1e-4);
        var shop = Shops.Single(1, new Exponential(60)).WithPoissonArrivals(100)
            .WithStage("waiter", stage => stage with { Breakdown = new(new Exponential(1000), new Exponential(200), givesBack) });

        var result = await shop.Over(400_000, seed).RunAsync();

        result.ResponseTime.Ci!.ShouldHold(inShop / lambda, within: 0.08);
        result.Stages[0].Utilisation!.Value.ShouldBe(0.6, 0.01);
        result.Stages[0].Down!.Value.ShouldBe(1 / 6.0, 0.01);
    }

    [Fact]
    public async Task Two_preemptive_ranks_are_in_an_MM1_as_long_as_theory_says()
    {
        // The high rank has an M/M/1 of its own: 20 / (1 - 1/6) s. Both together have one: 20 / (1 - 2/3) s on average.
        var shop = Preemptive(Shops.Single(1, new Exponential(20)).WithDrinks((3, 0, new Exponential(20)), (1, 5, new Exponential(20))));
        var (high, all) = (20 / (1 - (20 / 120.0)), 20 / (1 - (20 / 30.0)));
        TimesInShop((120, 20, 400), (40, 20, 400)).ShouldBe([high, ((4 * all) - high) / 3], 1e-9);

        var times = await shop.WithPoissonArrivals(30).Over(40_000, seed: 43, warmUp: 2_000)
            .IntervalsAsync(10, run => run.Drinks[1].ResponseTime.Mean!.Value, run => run.Drinks[0].ResponseTime.Mean!.Value, run => run.ResponseTime.Mean!.Value);

        times[0].ShouldHold(high, within: 0.05);
        times[1].ShouldHold(((4 * all) - high) / 3, within: 0.1);
        times[2].ShouldHold(all, within: 0.1);
    }

    [Fact]
    public async Task Three_preemptive_ranks_with_times_of_their_own_are_in_an_MG1_as_long_as_theory_says()
    {
        var shop = Preemptive(Shops.Single(1, new Exponential(30)).WithDrinks(
            (1, 1, new Exponential(24)),
            (2, 2, new Uniform(6, 30)),
            (1, 3, new Deterministic(12))));
        var theory = TimesInShop((120, 12, 0), (60, 18, 48), (120, 24, 24 * 24));

        var times = await shop.WithPoissonArrivals(30).Over(40_000, seed: 44, warmUp: 2_000)
            .IntervalsAsync(10, run => run.Drinks[2].ResponseTime.Mean!.Value, run => run.Drinks[1].ResponseTime.Mean!.Value, run => run.Drinks[0].ResponseTime.Mean!.Value);

        times[0].ShouldHold(theory[0], within: 0.05);
        times[1].ShouldHold(theory[1], within: 0.06);
        times[2].ShouldHold(theory[2], within: 0.1);
    }

    private static ShopSettings Preemptive(ShopSettings shop) => shop.WithStage("waiter", stage => stage with { Priority = true, Preempts = true });

    /// <summary>
    /// Mean times in an M/G/1 with preemptive resume, highest rank first: L. Kleinrock, "Queueing Systems", vol. 2 (1976), section 3.4.
    /// </summary>
    private static double[] TimesInShop(params (double Gap, double Mean, double Variance)[] ranks)
    {
        var (above, rest) = (0.0, 0.0);
        return
        [
            .. ranks.Select(rank =>
            {
                var load = above + (rank.Mean / rank.Gap);
                rest += (rank.Variance + (rank.Mean * rank.Mean)) / rank.Gap / 2;
                var time = (rank.Mean / (1 - above)) + (rest / ((1 - above) * (1 - load)));
                above = load;
                return time;
            }),
        ];
    }
}
