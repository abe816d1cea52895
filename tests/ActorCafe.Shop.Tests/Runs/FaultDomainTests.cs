using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Tests.Runs;

/// <summary>If an observer throws, the run ends with its error, not with a lost order, a lost worker or a deadlock.</summary>
public sealed class FaultDomainTests
{
    private const string Error = "the disk is full";

    [Theory]
    [InlineData(nameof(IShopTimeline.Placed), ClockMode.Virtual)]
    [InlineData(nameof(IShopTimeline.JoinedQueue), ClockMode.Virtual)]
    [InlineData(nameof(IShopTimeline.Began), ClockMode.Virtual)]
    [InlineData(nameof(IShopTimeline.AwaitsPickUp), ClockMode.Virtual)]
    [InlineData(nameof(IShopTimeline.Left), ClockMode.Virtual)]
    [InlineData(nameof(IShopTimeline.Over), ClockMode.Virtual)]
    [InlineData(nameof(IShopTimeline.JoinedQueue), ClockMode.Real)]
    [InlineData(nameof(IShopTimeline.Began), ClockMode.Real)]
    public async Task A_timeline_that_throws_ends_the_run_with_its_own_error(string at, ClockMode mode)
    {
        var shop = Shops.Pipeline().WithArrivals(new ArrivalSettings.AllAtOnce(), 20).InMode(mode, 10_000).Silent();

        var failure = await Should.ThrowAsync<ShopFailedException>(
            () => TestRuns.RunAsync(shop, new RunOptions { Timeline = _ => new FailingTimeline(3, at) }).WaitAsync(TimeSpan.FromSeconds(60)));

        failure.Message.ShouldBe(Error);
        failure.InnerException.ShouldBeOfType<IOException>();
    }

    [Fact]
    public async Task An_order_log_that_throws_ends_the_run_with_its_own_error()
    {
        var failure = await Should.ThrowAsync<ShopFailedException>(
            () => TestRuns.RunAsync(Shops.Pipeline().Silent(), new RunOptions { OrderLog = _ => new FailingLog() }).WaitAsync(TimeSpan.FromSeconds(60)));

        failure.Message.ShouldBe(Error);
    }

    /// <summary>Each thread reads the real clock itself, so a thread may report after another that read a later time.</summary>
    [Fact]
    public async Task Times_told_to_a_timeline_never_go_back_in_real_time_under_load()
    {
        var shop = Shops.Pipeline(3, 4, 4, new Exponential(2), new Exponential(3), new Exponential(3))
            .WithStage("waiter", stage => stage with { HandOverTime = TimeSpan.FromSeconds(0.5) })
            .WithStage("grinder", stage => stage with { QueueCapacity = 1, StaysWithOrder = true })
            .WithStage("machine", stage => stage with { QueueCapacity = 0, HandOverTime = TimeSpan.FromSeconds(0.2) })
            .WithArrivals(new ArrivalSettings.Renewal(new Exponential(1), 4), 3000)
            .InMode(ClockMode.Real, 4000);
        var timeline = new TimesTimeline(3);

        var result = await TestRuns.RunAsync(shop, new RunOptions { Timeline = _ => timeline });

        result.Orders.Served.ShouldBe(3000);
        timeline.Times.ShouldBeInOrder();
    }

    private sealed class FailingTimeline(int stages, string at) : ShopLevels(stages)
    {
        public override void Placed(Order order, TimeSpan now) => FailAt(nameof(Placed));

        public override void JoinedQueue(int stage, long order, TimeSpan now) => FailAt(nameof(JoinedQueue));

        public override void Began(WorkerActivity activity, int stage, int worker, long order, TimeSpan now) => FailAt(nameof(Began));

        public override void AwaitsPickUp(long order, TimeSpan now) => FailAt(nameof(AwaitsPickUp));

        public override void Left(Order order, TimeSpan now) => FailAt(nameof(Left));

        public override void Over(TimeSpan now) => FailAt(nameof(Over));

        private void FailAt(string fact)
        {
            if (fact == at)
            {
                throw new IOException(Error);
            }
        }
    }

    private sealed class FailingLog : IOrderLog
    {
        public void Left(Order order) => throw new IOException(Error);
    }

    private sealed class TimesTimeline(int stages) : ShopLevels(stages)
    {
        public List<TimeSpan> Times { get; } = [];

        public override void Placed(Order order, TimeSpan now) => Times.Add(now);

        public override void JoinedQueue(int stage, long order, TimeSpan now) => Times.Add(now);

        public override void LeftQueue(int stage, long order, TimeSpan now) => Times.Add(now);

        public override void Began(WorkerActivity activity, int stage, int worker, long order, TimeSpan now) => Times.Add(now);

        public override void Ended(WorkerActivity activity, int stage, int worker, long order, bool completed, TimeSpan now) => Times.Add(now);

        public override void AwaitsPickUp(long order, TimeSpan now) => Times.Add(now);

        public override void Left(Order order, TimeSpan now) => Times.Add(now);
    }
}
