using System.Collections.Concurrent;
using System.Diagnostics;
using ActorCafe.Shop.Orders;

namespace ActorCafe.Cluster.Telemetry;

/// <summary>The spans of the orders that are open at the front, from acceptance to leaving.</summary>
internal sealed class OrderTraces
{
    private readonly ConcurrentDictionary<long, Activity> _open = [];

    /// <summary>The order was accepted.</summary>
    /// <param name="number">The order's number.</param>
    /// <param name="id">The idempotency key that the customer chose.</param>
    /// <param name="caller">The trace context of the caller; default: none.</param>
    public void Accepted(long number, string id, ActivityContext caller)
    {
        if (Begin(number, caller) is { } span)
        {
            span.SetTag("cafe.order.id", id);
        }
    }

    /// <summary>The order entered the shop. An order accepted before the front restarted has no span here and gets a new one.</summary>
    public void Placed(Order order)
    {
        if (!_open.TryGetValue(order.Number, out var span))
        {
            span = Begin(order.Number, default)?.SetTag("cafe.order.resumed", true);
        }

        span?.SetTag("cafe.drink", order.Drink.Name);
    }

    /// <summary>The W3C trace context for visits of the order to other nodes; null: the order is not traced.</summary>
    public string? ParentOf(long number) => _open.TryGetValue(number, out var span) ? span.Id : null;

    /// <summary>The order left, served or not.</summary>
    public void Left(Order order)
    {
        if (_open.TryRemove(order.Number, out var span))
        {
            CafeTelemetry.End(span, order.Outcome == Outcome.Served ? null : $"the customer was not served: {order.Outcome}");
        }
    }

    /// <summary>The front closes. Orders that are open in its book resume when it restarts.</summary>
    public void Close()
    {
        foreach (var number in _open.Keys)
        {
            if (_open.TryRemove(number, out var span))
            {
                CafeTelemetry.End(span, "the front closes; the order stays open in its book");
            }
        }
    }

    private Activity? Begin(long number, ActivityContext caller)
    {
        // If an order is sent twice at once, it may enter the shop before it is reported as accepted. The first span is kept.
        return CafeTelemetry.Begin("order", ActivityKind.Server, caller) is { } span && _open.TryAdd(number, span)
            ? span.SetTag("cafe.order", number)
            : null;
    }
}
