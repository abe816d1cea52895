using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Tests.Runs;

public sealed class LoadTests
{
    [Theory]
    [InlineData("shared-queue-pool")]
    [InlineData("shortest-queue-pool")]
    [InlineData("round-robin-pool")]
    [InlineData("random-pool")]
    public async Task Failing_and_resizing_in_real_time_lose_no_order_and_serve_none_twice(string router)
    {
        const int Orders = 4000;
        var sizes = new[] { 20, 60, 30, 70, 40 };
        var shop = Shops.Single(40, new FailsOnce(new Exponential(1), order => order % 8 == 0), router)
            .WithStage("waiter", stage => stage with
            {
                Schedule = new PoolSchedule([.. Enumerable.Range(1, 20).Select(at => new PoolChange(TimeSpan.FromSeconds(10 * at), sizes[at % sizes.Length]))]),
            })
            .WithArrivals(new ArrivalSettings.Renewal(new Exponential(0.5), 10), Orders)
            .InMode(ClockMode.Real, 100).Silent();

        var (result, records) = await TestRuns.RunWithRecordsAsync(shop);

        records.Orders.Select(order => order.Number).Order().ShouldBe(Enumerable.Range(1, Orders).Select(number => (long)number));
        result.Orders.Served.ShouldBe(Orders);
    }

    [Theory]
    [InlineData(ClockMode.Virtual)]
    [InlineData(ClockMode.Paced)]
    [InlineData(ClockMode.Real)]
    public async Task A_run_stopped_early_accounts_for_every_order(ClockMode mode)
    {
        using var close = new CancellationTokenSource();
        var shop = Shops.Pipeline().WithArrivals(new ArrivalSettings.Renewal(new Exponential(40), 1), 100_000_000)
            .InMode(mode, 6000).Silent();
        var records = new ClosesAfter(close, orders: 3);

        var result = await TestRuns.RunAsync(shop, new RunOptions { OrderLog = _ => records, CloseDoor = close.Token });

        result.Interrupted.ShouldBeTrue();
        result.Orders.Arrived.ShouldBe(result.Orders.Served + result.Orders.Unserved);
        (mode == ClockMode.Real || result.Orders.Unserved == 0).ShouldBeTrue("virtual time finishes those inside");
    }

    private sealed class ClosesAfter(CancellationTokenSource close, int orders) : IOrderLog
    {
        private int _left;

        public void Left(Shop.Orders.Order order)
        {
            if (++_left == orders)
            {
                // From another thread, as a signal handler would.
                _ = close.CancelAsync();
            }
        }
    }
}
