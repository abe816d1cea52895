using ActorCafe.Queueing.Distributions;
using ActorCafe.Queueing.Streams;
using ActorCafe.Shop.Settings;
using Akka.Actor;
using Akka.Actor.Internal;
using Akka.Routing;

namespace ActorCafe.Shop.Tests.Runs;

/// <summary>What Akka lets anybody say to a pool: workers are killed while idle, serving or handing over, and poisoned wherever they are.</summary>
public sealed class Killed_workers
{
    [Theory]
    [InlineData("shared-queue-pool", ClockMode.Virtual)]
    [InlineData("shared-queue-pool", ClockMode.Real)]
    [InlineData("shortest-queue-pool", ClockMode.Virtual)]
    [InlineData("shortest-queue-pool", ClockMode.Real)]
    [InlineData("round-robin-pool", ClockMode.Virtual)]
    [InlineData("round-robin-pool", ClockMode.Real)]
    [InlineData("random-pool", ClockMode.Virtual)]
    [InlineData("random-pool", ClockMode.Real)]
    public async Task Lose_no_order_and_serve_none_twice(string router, ClockMode mode)
    {
        const int Orders = 1500;
        var shop = Shops.Single(20, new Disturbed(new Exponential(1)), router)
            .WithStage("waiter", stage => stage with { HandOverTime = TimeSpan.FromSeconds(0.5) })
            .WithArrivals(new ArrivalSettings.Renewal(new Exponential(0.5), 5), Orders)
            .InMode(mode, 100).Silent();

        var (result, book) = await Play.WithBook(shop);

        book.Rows.Select(row => row.Number).Order().ShouldBe(Enumerable.Range(1, Orders).Select(number => (long)number));
        result.Orders.Served.ShouldBe(Orders);
        result.Stages[0].Completions.ShouldBe(Orders);
    }

    /// <summary>Now and then, somebody kills all workers of the pool, has some poisoned, or has some more come.</summary>
    private sealed class Disturbed(Distribution time) : Distribution
    {
        private int _samples;

        public override double Mean => time.Mean;

        public override double Variance => time.Variance;

        public override double Sample(ref RandomStream random, long index)
        {
            var pool = InternalCurrentActorCellKeeper.Current!.Parent;
            switch (Interlocked.Increment(ref _samples) % 120)
            {
                case 0:
                    pool.Tell(new Broadcast(Kill.Instance), ActorRefs.NoSender);
                    break;
                case 40:
                    pool.Tell(new AdjustPoolSize(-5), ActorRefs.NoSender);
                    break;
                case 80:
                    pool.Tell(new AdjustPoolSize(+5), ActorRefs.NoSender);
                    break;
            }

            return time.Sample(ref random, index);
        }
    }
}
