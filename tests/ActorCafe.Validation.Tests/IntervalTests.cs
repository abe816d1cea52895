using ActorCafe.Queueing.Distributions;
using ActorCafe.Queueing.Streams;
using ActorCafe.Queueing.Theory;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Tests;
using ActorCafe.Validation.Tests.Formulas;
using ActorCafe.Validation.Tests.Running;

namespace ActorCafe.Validation.Tests;

/// <summary>Checks the intervals on which all other tests rely: narrow enough to refute a wrong theory, and wide enough to have their coverage.</summary>
public class IntervalTests
{
    [Fact]
    public async Task An_interval_is_a_few_percent_wide_and_shuts_out_neighbouring_theories()
    {
        var interval = (await Shops.Single(1, new Deterministic(30)).WithPoissonArrivals(60).Over(300_000, seed: 101).RunAsync()).Wait();

        interval.ShouldHold(PollaczekKhinchine.MeanWait(60, 30, 0), within: 0.03);
        Should.Throw<ShouldAssertException>(() => interval.ShouldHold(ErlangC.MeanWait(1, 60, 30)));
        Should.Throw<ShouldAssertException>(() => interval.ShouldHold(PollaczekKhinchine.MeanWait(58, 30, 0)));
        Should.Throw<ShouldAssertException>(() => interval.ShouldHold(PollaczekKhinchine.MeanWait(60, 31, 0)));
    }

    [Fact]
    public async Task Every_interval_distinguishes_a_shared_queue_from_the_other_routers()
    {
        var interval = (await Shops.Single(3, new Exponential(60)).WithPoissonArrivals(30).Over(150_000, seed: 102).RunAsync()).Wait();

        Should.Throw<ShouldAssertException>(() => interval.ShouldHold(ShortestQueue.MeanWait(3, 30, 60, longest: 20), within: 1));
        Should.Throw<ShouldAssertException>(() => interval.ShouldHold(RoundRobin.MeanWait(3, 30, 60), within: 1));
        Should.Throw<ShouldAssertException>(() => interval.ShouldHold(ErlangC.MeanWait(1, 90, 60), within: 1));
    }

    [Fact]
    public async Task Nine_in_ten_intervals_of_ninety_percent_hold_the_theory()
    {
        const int Runs = 60;
        var shop = Shops.Single(1, new Exponential(30)).WithPoissonArrivals(60).Over(12_000, seed: 103, warmUp: 500);
        shop = shop with { Statistics = shop.Statistics with { Confidence = 0.9 } };
        var holding = 0;
        for (var run = 1; run <= Runs; run++)
        {
            var interval = (await (shop with { Seed = RandomStream.SeedOfReplication(shop.Seed, run) }).RunAsync()).Wait();
            holding += interval.Low <= 30 && 30 <= interval.High ? 1 : 0;
        }

        // Binomial: mean 54, standard deviation 2.3; within three standard deviations.
        holding.ShouldBeInRange(47, 60);
    }
}
