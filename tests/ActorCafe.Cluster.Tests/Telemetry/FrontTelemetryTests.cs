using ActorCafe.Cluster.Tests.Cafe;

namespace ActorCafe.Cluster.Tests.Telemetry;

[Collection(TelemetryCollection.Name)]
public sealed class FrontTelemetryTests
{
    private static readonly string[] Fast =
    [
        "cafe.clock.time-scale=6000",
        "akka.actor.deployment.\"/cafe/grinder\".nr-of-instances=4",
        "akka.actor.deployment.\"/cafe/machine\".nr-of-instances=2",
    ];

    [Fact]
    public async Task Counts_what_its_book_counts()
    {
        using var measures = new MeterCollector();
        await using var cafe = await TestCluster.OpenWithTelemetryAsync(["front", "grinder-1", "machine-1"], Fast);

        await Task.WhenAll(Enumerable.Range(1, 20).Select(number => cafe.Front.PlaceAsync($"order-{number}", "coffee", null, CancellationToken.None)));
        await Eventually.TrueAsync(() => measures.ResponseTimes.Length == 20);
        await cafe.Book.CountDuplicateAsync(1, CancellationToken.None);

        var totals = cafe.Book.Totals;
        measures.Now("cafe.orders.accepted").ShouldBe(totals.Accepted);
        measures.Now("cafe.orders.served").ShouldBe(totals.Served);
        measures.Now("cafe.orders.turned_away").ShouldBe(totals.TurnedAway);
        measures.Now("cafe.orders.repeated").ShouldBe(totals.DuplicatesSuppressed);
        measures.Now("cafe.orders.pending").ShouldBe(0);
        (totals.Accepted, totals.Served).ShouldBe((20, 20));
        totals.DuplicatesSuppressed.ShouldBeGreaterThan(0);
        measures.ResponseTimes.ShouldAllBe(seconds => seconds > 0);
        measures.UnitOf("cafe.order.response_time").ShouldBe("s");
    }

    [Fact]
    public async Task Shows_the_queue_and_the_workers_of_each_stage()
    {
        using var measures = new MeterCollector();
        await using var cafe = await TestCluster.OpenWithTelemetryAsync(["front", "grinder-1"], Fast);
        await Task.WhenAll(Enumerable.Range(1, 5).Select(number => cafe.Front.PlaceAsync($"order-{number}", "coffee", null, CancellationToken.None)));

        await Eventually.TrueAsync(() => measures.Now("cafe.stage.queue machine") == 5);
        await Eventually.TrueAsync(() => measures.Now("cafe.stage.workers grinder") == 4);
        measures.Now("cafe.orders.pending").ShouldBe(5);
        measures.Now("cafe.stage.queue grinder").ShouldBe(0);
        measures.Now("cafe.stage.busy machine").ShouldBe(0);
        measures.Now("cafe.machines.up").ShouldBe(0);

        await cafe.StartAsync("machine-1");
        await Eventually.TrueAsync(() => measures.ResponseTimes.Length == 5);
        measures.Now("cafe.stage.queue machine").ShouldBe(0);
        measures.Now("cafe.stage.busy machine").ShouldBe(0);
        await Eventually.TrueAsync(() => measures.Now("cafe.machines.up") == 2);
        await Eventually.TrueAsync(() => measures.Now("cafe.stage.workers machine") == 2);
    }

    [Fact]
    public async Task Shows_the_busy_workers()
    {
        using var measures = new MeterCollector();

        // Slow enough that the first orders stay in service for the rest of the test.
        await using var cafe = await TestCluster.OpenWithTelemetryAsync(["front"], "cafe.clock.time-scale=0.001");
        await Task.WhenAll(Enumerable.Range(1, 3).Select(number => cafe.Front.PlaceAsync($"order-{number}", "coffee", null, CancellationToken.None)));

        await Eventually.TrueAsync(() => measures.Now("cafe.stage.busy waiter") == 1 && measures.Now("cafe.stage.queue waiter") == 2);
        measures.Now("cafe.stage.workers waiter").ShouldBe(1);
    }
}
