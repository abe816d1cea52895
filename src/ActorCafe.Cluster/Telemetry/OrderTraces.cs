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
    /// <param name="id">The customer's id of it.</param>
    /// <param name="caller">The span of whoever sent it; default: it has none.</param>
    public void Accepted(long number, string id, ActivityContext caller)
    {
        if (Begin(number, caller) is { } span)
        {
            span.SetTag("cafe.order.id", id);
        }
    }

    /// <summary>The order entered the shop. One accepted by a former life of the front has no span here, and gets a new one.</summary>
    public void Placed(Order order)
    {
        if (!_open.TryGetValue(order.Number, out var span))
        {
            span = Begin(order.Number, default)?.SetTag("cafe.order.resumed", true);
        }

        span?.SetTag("cafe.drink", order.Drink.Name);
    }

    /// <summary>What a visit of the order elsewhere is a part of, as W3C writes it; null: the order is not traced.</summary>
    public string? ParentOf(long number) => _open.TryGetValue(number, out var span) ? span.Id : null;

    /// <summary>The order left, however it ended.</summary>
    public void Left(Order order)
    {
        if (_open.TryRemove(order.Number, out var span))
        {
            CafeTelemetry.End(span, order.Outcome == Outcome.Served ? null : $"the customer was not served: {order.Outcome}");
        }
    }

    /// <summary>The front closes; what is open in its book is taken up by its next life.</summary>
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
        // Sent twice at once, an order may be in the shop already before it is said to be accepted: the span that stands stays.
        return CafeTelemetry.Begin("order", ActivityKind.Server, caller) is { } span && _open.TryAdd(number, span)
            ? span.SetTag("cafe.order", number)
            : null;
    }
}
