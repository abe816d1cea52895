using System.Diagnostics;
using ActorCafe.Cluster.Telemetry;
using ActorCafe.Cluster.Tests.Cafe;
using ActorCafe.Shop;
using ActorCafe.Shop.Orders;

namespace ActorCafe.Cluster.Tests.Telemetry;

[Collection(TelemetryCollection.Name)]
public sealed class OrderTraceTests
{
    private readonly ActivityContext _caller = new(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded, isRemote: true);

    [Fact]
    public async Task Is_one_trace_of_its_stay_at_the_front_and_its_visits_on_other_nodes()
    {
        using var spans = new SpanCollector();
        await using var cafe = await TestCluster.OpenWithTelemetryAsync(["front", "grinder-1", "machine-1"], "cafe.clock.time-scale=6000");

        await cafe.Front.PlaceAsync("morning", "coffee", null, _caller, CancellationToken.None);

        var order = await spans.EndedAsync("order");
        (order.TraceId, order.ParentSpanId, order.Status).ShouldBe((_caller.TraceId, _caller.SpanId, ActivityStatusCode.Unset));
        (order.GetTagItem("cafe.order"), order.GetTagItem("cafe.order.id"), order.GetTagItem("cafe.drink")).ShouldBe((1L, "morning", "coffee"));
        var visits = spans.Ended.Where(span => span != order).ToArray();
        visits.Select(visit => visit.OperationName).ShouldBe(["grinder", "machine"]);
        visits.ShouldAllBe(visit => visit.TraceId == order.TraceId && visit.ParentSpanId == order.SpanId && visit.Status == ActivityStatusCode.Unset);
        visits[1].GetTagItem("cafe.station").ShouldBe("machine-1");
    }

    [Fact]
    public async Task Starts_its_own_trace_when_its_caller_has_none()
    {
        using var spans = new SpanCollector();
        using var unasked = new Activity("somebody else's").Start();
        await using var cafe = await TestCluster.OpenWithTelemetryAsync(["front", "grinder-1", "machine-1"], "cafe.clock.time-scale=6000");

        await cafe.Front.PlaceAsync("morning", "coffee", null, CancellationToken.None);

        var order = await spans.EndedAsync("order");
        order.ParentSpanId.ShouldBe(default);
        order.TraceId.ShouldNotBe(unasked.TraceId);
        Activity.Current.ShouldBe(unasked);
    }

    [Fact]
    public void Starts_a_new_trace_after_the_front_restarts()
    {
        using var spans = new SpanCollector();
        var traces = new OrderTraces();
        var order = NewOrder();

        traces.Placed(order);
        traces.ParentOf(7).ShouldNotBeNull();
        traces.Left(order);

        spans.Ended.ShouldHaveSingleItem().GetTagItem("cafe.order.resumed").ShouldBe(true);
        traces.ParentOf(7).ShouldBeNull();
    }

    [Fact]
    public void Ends_its_span_as_failed_when_its_customer_was_not_served()
    {
        using var spans = new SpanCollector();
        var traces = new OrderTraces();
        var order = NewOrder();

        traces.Accepted(7, "morning", _caller);
        traces.Placed(order);
        order.Outcome = Outcome.Reneged;
        traces.Left(order);

        var span = spans.Ended.ShouldHaveSingleItem();
        (span.Status, span.StatusDescription).ShouldBe((ActivityStatusCode.Error, "the customer was not served: Reneged"));
    }

    [Fact]
    public void Ends_its_span_as_failed_when_the_front_closes()
    {
        using var spans = new SpanCollector();
        var traces = new OrderTraces();

        traces.Accepted(7, "morning", _caller);
        traces.Close();

        spans.Ended.ShouldHaveSingleItem().StatusDescription.ShouldBe("the front closes; the order stays open in its book");
    }

    [Fact]
    public async Task Is_traced_only_if_telemetry_is_configured()
    {
        using var spans = new SpanCollector();
        using var measures = new MeterCollector();
        await using var cafe = await TestCluster.OpenAsync(["front", "grinder-1", "machine-1"], "cafe.clock.time-scale=6000");

        await cafe.Front.PlaceAsync("morning", "coffee", null, _caller, CancellationToken.None);

        await Eventually.TrueAsync(() => cafe.Book.Totals.Served == 1);
        spans.Ended.ShouldBeEmpty();
        measures.Names.ShouldBeEmpty();
    }

    private static Order NewOrder()
    {
        var shop = TestShops.Pipeline();
        var order = new Order(new ShopModel(shop));
        order.Begin(7, null, 7, shop.Menu[0], TimeSpan.Zero);
        return order;
    }
}
