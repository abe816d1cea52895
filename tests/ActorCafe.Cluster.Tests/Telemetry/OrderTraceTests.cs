using System.Diagnostics;
using ActorCafe.Cluster.Telemetry;
using ActorCafe.Cluster.Tests.Cafe;
using ActorCafe.Shop.Orders;

namespace ActorCafe.Cluster.Tests.Telemetry;

[Collection(OneCollector.Name)]
public sealed class OrderTraceTests
{
    private readonly ActivityContext _caller = new(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded, isRemote: true);

    [Fact]
    public async Task Is_one_trace_of_its_stay_at_the_front_and_its_visits_on_other_nodes()
    {
        using var spans = new Spans();
        await using var cafe = await TestCafe.OpenTellingAsync(["front", "grinder-1", "machine-1"], "cafe.clock.time-scale=6000");

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
    public async Task Begins_a_trace_of_its_own_when_its_caller_has_none()
    {
        using var spans = new Spans();
        using var unasked = new Activity("somebody else's").Start();
        await using var cafe = await TestCafe.OpenTellingAsync(["front", "grinder-1", "machine-1"], "cafe.clock.time-scale=6000");

        await cafe.Front.PlaceAsync("morning", "coffee", null, CancellationToken.None);

        var order = await spans.EndedAsync("order");
        order.ParentSpanId.ShouldBe(default);
        order.TraceId.ShouldNotBe(unasked.TraceId);
        Activity.Current.ShouldBe(unasked);
    }

    [Fact]
    public void Of_a_former_front_begins_a_trace_anew()
    {
        using var spans = new Spans();
        var traces = new OrderTraces();
        var order = Slip();

        traces.Placed(order);
        traces.ParentOf(7).ShouldNotBeNull();
        traces.Left(order);

        spans.Ended.ShouldHaveSingleItem().GetTagItem("cafe.order.resumed").ShouldBe(true);
        traces.ParentOf(7).ShouldBeNull();
    }

    [Fact]
    public void Ends_its_span_as_failed_when_its_customer_was_not_served()
    {
        using var spans = new Spans();
        var traces = new OrderTraces();
        var order = Slip();

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
        using var spans = new Spans();
        var traces = new OrderTraces();

        traces.Accepted(7, "morning", _caller);
        traces.Close();

        spans.Ended.ShouldHaveSingleItem().StatusDescription.ShouldBe("the front closes; the order stays open in its book");
    }

    [Fact]
    public async Task Is_traced_only_where_that_is_asked_for()
    {
        using var spans = new Spans();
        using var measures = new MeterCollector();
        await using var cafe = await TestCafe.OpenAsync(["front", "grinder-1", "machine-1"], "cafe.clock.time-scale=6000");

        await cafe.Front.PlaceAsync("morning", "coffee", null, _caller, CancellationToken.None);

        await Until.IsSo(() => cafe.Book.Totals.Served == 1);
        spans.Ended.ShouldBeEmpty();
        measures.Names.ShouldBeEmpty();
    }

    private static Order Slip()
    {
        var order = new Order(3);
        order.Begin(7, null, 7, Essay.Pipeline().Menu[0], TimeSpan.Zero);
        return order;
    }
}
