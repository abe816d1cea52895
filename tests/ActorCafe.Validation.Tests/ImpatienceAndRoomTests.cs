using ActorCafe.Queueing.Distributions;
using ActorCafe.Queueing.Theory;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Tests;
using ActorCafe.Validation.Tests.Running;

namespace ActorCafe.Validation.Tests;

/// <summary>Shops that lose customers or block them: limited queues and limited patience.</summary>
public class ImpatienceAndRoomTests
{
    [Theory]
    [InlineData(1, 4, 60, 41)]
    [InlineData(3, 5, 30, 42)]
    [InlineData(2, 6, 25, 43)] // arrivals exceed capacity
    public async Task A_pool_with_little_room_is_an_MMcK(int workers, int places, double gap, long seed)
    {
        var shop = WithRoom(Shops.Single(workers, new Exponential(60)), places - workers);

        var runs = await shop.WithPoissonArrivals(gap).Over(25_000, seed, warmUp: 1_000)
            .IntervalsAsync(8, RejectedShare, run => run.Stages[0].WaitingTime.Mean!.Value);

        runs[0].ShouldHold(LimitedQueue.BlockingProbability(workers, places, gap, 60), within: 0.1);
        runs[1].ShouldHold(LimitedQueue.MeanWait(workers, places, gap, 60), within: 0.1);
    }

    [Fact]
    public async Task Without_a_queue_only_the_mean_of_the_service_time_matters()
    {
        var theory = ErlangB.BlockingProbability(3, 2);
        Distribution[] services = [new Exponential(60), new Deterministic(60), HyperExponential.Balanced(60, 2)];
        for (var kind = 0; kind < services.Length; kind++)
        {
            var shop = WithRoom(Shops.Single(3, services[kind]), 0).WithPoissonArrivals(30);

            var runs = await shop.Over(20_000, seed: 44 + kind, warmUp: 1_000).IntervalsAsync(8, RejectedShare);

            runs[0].ShouldHold(theory, within: 0.08);
        }
    }

    [Theory]
    [InlineData(1, 60, 90, 47)]
    [InlineData(3, 30, 45, 48)]
    [InlineData(2, 20, 100, 49)] // arrivals exceed capacity
    public async Task Customers_with_an_exponential_patience_make_an_Erlang_A(int workers, double gap, double patience, long seed)
    {
        var shop = Shops.Single(workers, new Exponential(60)).WithPoissonArrivals(gap)
            .WithCustomers(customers => customers with { Patience = new Exponential(patience) });

        var runs = await shop.Over(25_000, seed, warmUp: 1_000)
            .IntervalsAsync(8, RenegedShare, run => run.Stages[0].WaitingTime.Mean!.Value);

        runs[0].ShouldHold(ErlangA.AbandonProbability(workers, gap, 60, patience), within: 0.08);
        runs[1].ShouldHold(ErlangA.MeanWaitOfServed(workers, gap, 60, patience), within: 0.08);
    }

    /// <summary>Poisson arrivals leave a queue with exponential times as a Poisson process (Burke), so the second stage is an Erlang A.</summary>
    [Theory]
    [InlineData(1, 60, 90, 80)]
    [InlineData(2, 25, 45, 81)] // more arrive than the machines can serve
    public async Task Customers_with_an_exponential_patience_at_a_later_stage_make_an_Erlang_A_there(int machines, double gap, double patience, long seed)
    {
        var shop = Shops.Of(
            [Shops.Stage("waiter", 1, "accept"), Shops.Stage("machine", machines, "brew") with { Patience = new Exponential(patience) }],
            [new Exponential(15), new Exponential(60)],
            "accept",
            "brew");

        var runs = await shop.WithPoissonArrivals(gap).Over(25_000, seed, warmUp: 1_000)
            .IntervalsAsync(8, run => (double)run.Stages[1].Reneged / run.Stages[1].Arrivals, run => run.Stages[1].WaitingTime.Mean!.Value);

        runs[0].ShouldHold(ErlangA.AbandonProbability(machines, gap, 60, patience), within: 0.08);
        runs[1].ShouldHold(ErlangA.MeanWaitOfServed(machines, gap, 60, patience), within: 0.08);
    }

    [Theory]
    [InlineData(60, 60, 0, 50)]
    [InlineData(60, 60, 2, 51)]
    [InlineData(40, 60, 1, 52)]
    public async Task Two_workers_with_little_room_between_them_hold_each_other_up_as_Hunt_says(double first, double second, int places, long seed)
    {
        var shop = Shops.Of(
            [Shops.Stage("waiter", 1, "accept"), Shops.Stage("machine", 1, "brew") with { QueueCapacity = places, WhenFull = WhenFull.Block }],
            [new Exponential(first), new Exponential(second)],
            "accept",
            "brew");

        var runs = await shop.WithArrivals(new ArrivalSettings.Saturated()).Over(20_000, seed, warmUp: 500)
            .IntervalsAsync(8, run => run.ThroughputPerHour!.Value, run => run.Stages[0].Blocked!.Value);

        runs[0].ShouldHold(3600 * BlockedTandem.Throughput(first, second, places), within: 0.03);
        runs[1].ShouldHold(BlockedTandem.Blocked(first, second, places), within: 0.08);
    }

    private static ShopSettings WithRoom(ShopSettings shop, int waiting) =>
        shop.WithStage("waiter", stage => stage with { QueueCapacity = waiting, WhenFull = WhenFull.Reject });

    private static double RejectedShare(ShopResult run) => (double)run.Stages[0].Rejected / run.Stages[0].Arrivals;

    private static double RenegedShare(ShopResult run) => 1 - ((double)run.Stages[0].Completions / run.Stages[0].Arrivals);
}
