using ActorCafe.Shop.Stages;

namespace ActorCafe.Shop.Orders;

/// <summary>Orders in line: first in, first out, or by priority, the highest first and first in, first out within.</summary>
/// <remarks>The links are the slips' own, so that a line allocates nothing and an order leaves its middle at once.</remarks>
internal sealed class OrderList
{
    private readonly Func<Order, int>? _level;
    private readonly Order?[] _first;
    private readonly Order?[] _last;

    /// <param name="whole">The line this is the inside or the outside of.</param>
    /// <param name="levels">How many levels of priority there are.</param>
    /// <param name="level">The level of an order, 0 the first to be taken; null: all alike.</param>
    public OrderList(Line whole, int levels = 1, Func<Order, int>? level = null)
    {
        Whole = whole;
        _level = level;
        _first = new Order?[levels];
        _last = new Order?[levels];
    }

    public Line Whole { get; }

    public int Count { get; private set; }

    public void Append(Order order)
    {
        var level = LevelOf(order);
        order.Previous = _last[level];
        order.Next = null;
        if (_last[level] is { } last)
        {
            last.Next = order;
        }
        else
        {
            _first[level] = order;
        }

        _last[level] = order;
        Count++;
    }

    /// <summary>Puts an order in front of its like: it had been taken already.</summary>
    public void PutBack(Order order)
    {
        var level = LevelOf(order);
        order.Previous = null;
        order.Next = _first[level];
        if (_first[level] is { } first)
        {
            first.Previous = order;
        }
        else
        {
            _last[level] = order;
        }

        _first[level] = order;
        Count++;
    }

    /// <summary>Takes the first order; null if there is none.</summary>
    public Order? Take()
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

    public void Remove(Order order)
    {
        var level = LevelOf(order);
        if (order.Previous is { } previous)
        {
            previous.Next = order.Next;
        }
        else
        {
            _first[level] = order.Next;
        }

        if (order.Next is { } next)
        {
            next.Previous = order.Previous;
        }
        else
        {
            _last[level] = order.Previous;
        }

        order.Previous = order.Next = null;
        Count--;
    }

    private int LevelOf(Order order) => _level is null ? 0 : _level(order);
}
