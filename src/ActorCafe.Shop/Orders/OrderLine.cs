using ActorCafe.Shop.Pools;

namespace ActorCafe.Shop.Orders;

/// <summary>Orders in line: first in, first out, or by priority, the highest first and first in, first out within.</summary>
/// <remarks>The links are the slips' own, so that a line allocates nothing and an order leaves its middle at once.</remarks>
internal sealed class OrderLine
{
    private readonly Func<OrderSlip, int>? _level;
    private readonly OrderSlip?[] _first;
    private readonly OrderSlip?[] _last;

    /// <param name="whole">The line this is the inside or the outside of.</param>
    /// <param name="levels">How many levels of priority there are.</param>
    /// <param name="level">The level of an order, 0 the first to be taken; null: all alike.</param>
    public OrderLine(Line whole, int levels = 1, Func<OrderSlip, int>? level = null)
    {
        Whole = whole;
        _level = level;
        _first = new OrderSlip?[levels];
        _last = new OrderSlip?[levels];
    }

    public Line Whole { get; }

    public int Count { get; private set; }

    public void Append(OrderSlip order)
    {
        var level = LevelOf(order);
        order.PreviousInLine = _last[level];
        order.NextInLine = null;
        if (_last[level] is { } last)
        {
            last.NextInLine = order;
        }
        else
        {
            _first[level] = order;
        }

        _last[level] = order;
        Count++;
    }

    /// <summary>Puts an order in front of its like: it had been taken already.</summary>
    public void PutBack(OrderSlip order)
    {
        var level = LevelOf(order);
        order.PreviousInLine = null;
        order.NextInLine = _first[level];
        if (_first[level] is { } first)
        {
            first.PreviousInLine = order;
        }
        else
        {
            _last[level] = order;
        }

        _first[level] = order;
        Count++;
    }

    /// <summary>Takes the first order; null if there is none.</summary>
    public OrderSlip? Take()
    {
        foreach (var first in _first)
        {
            if (first is not null)
            {
                Remove(first);
                return first;
            }
        }

        return null;
    }

    public void Remove(OrderSlip order)
    {
        var level = LevelOf(order);
        if (order.PreviousInLine is { } previous)
        {
            previous.NextInLine = order.NextInLine;
        }
        else
        {
            _first[level] = order.NextInLine;
        }

        if (order.NextInLine is { } next)
        {
            next.PreviousInLine = order.PreviousInLine;
        }
        else
        {
            _last[level] = order.PreviousInLine;
        }

        order.PreviousInLine = order.NextInLine = null;
        Count--;
    }

    private int LevelOf(OrderSlip order) => _level is null ? 0 : _level(order);
}
