using ActorCafe.Shop;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Results;

namespace ActorCafe.Library.Tests;

/// <summary>Queue disciplines of the user's own.</summary>
public sealed class QueueByTests
{
    private static Cafe Bar(StageOptions options) => Cafe.Define("bar").Step("brew", Exponential(30))
        .Drink("espresso", ["brew"], new() { Share = 3, Times = [("brew", Exponential(20))], Priority = 2 })
        .Drink("cocoa", ["brew"], new() { Share = 1, Times = [("brew", Exponential(120))], Priority = 1 })
        .Stage("bar", 2, "brew", options).Arrivals(Exponential(25)).Orders(500);

    [Fact]
    public async Task The_shortest_expected_service_goes_first()
    {
        // 1 is served from 0 to 60. 2 waits from 10, and gives way to 3, 4 and 5, which take 20 s each and come at 20, 30 and 70.
        using var folder = new TempFolder();
        var customers = folder.Write("day.csv", "time,customer,drink\n0,a,long\n10,b,long\n20,c,short\n30,d,short\n70,e,short\n");
        var served = new ServedOrders();
        var shop = Cafe.Define("counter").Step("serve", Deterministic(60))
            .Drink("long", ["serve"]).Drink("short", ["serve"], new() { Times = [("serve", Deterministic(20))] })
            .Stage("counter", 1, "serve", new() { QueueBy = order => order.ExpectedService }).ArrivalsFrom(customers);

        await shop.RunAsync(options: new() { OrderLog = _ => served });

        served.Lines.ShouldBe(["a at 60", "c at 80", "d at 100", "e at 120", "b at 180"]);
    }

    [Fact]
    public async Task Equals_are_served_first_come_first_served() =>
        (await ChecksumAsync(new() { QueueBy = _ => 7 })).ShouldBe(await ChecksumAsync(new()));

    [Fact]
    public async Task It_can_say_what_a_priority_says() =>
        (await ChecksumAsync(new() { QueueBy = order => -order.Drink.Priority })).ShouldBe(await ChecksumAsync(new() { Priority = StagePriority.On }));

    [Theory]
    [InlineData("round-robin-pool")]
    [InlineData("random-pool")]
    public async Task A_queue_of_each_worker_has_it_too(string router) =>
        (await ChecksumAsync(new() { Router = router, QueueBy = order => -order.Drink.Priority })).ShouldBe(await ChecksumAsync(new() { Router = router, Priority = StagePriority.On }));

    /// <summary>Whoever is first in a shared queue, no worker is idle while an order waits.</summary>
    [Fact]
    public async Task It_leaves_the_capacity_as_it_was_and_exact()
    {
        var usual = await Bar(new()).RunAsync();

        var own = await Bar(new() { QueueBy = order => order.ExpectedService }).RunAsync();

        own.Capacity.ShouldNotBeNull().How.ShouldBe(CapacityHow.Formula);
        own.CapacityPerHour.ShouldBe(usual.CapacityPerHour);
        own.ResponseTime.Mean!.Value.ShouldBeLessThan(usual.ResponseTime.Mean!.Value);
    }

    [Fact]
    public async Task A_faulty_one_ends_the_run_and_is_named()
    {
        var shop = Bar(new() { QueueBy = order => order.Number > 100 ? throw new InvalidOperationException("no such customer") : 0 }).With("akka.loglevel", "off").With("akka.stdout-loglevel", "off");

        var failure = await Should.ThrowAsync<ShopFailedException>(() => shop.RunAsync());

        failure.Message.ShouldContain("no such customer");
    }

    private static async Task<string> ChecksumAsync(StageOptions options) => (await Bar(options).RunAsync(seed: 5)).Checksum;

    private sealed class ServedOrders : IOrderLog
    {
        public List<string> Lines { get; } = [];

        public void Left(Order order) => Lines.Add($"{order.Customer} at {order.Left.TotalSeconds}");
    }
}
