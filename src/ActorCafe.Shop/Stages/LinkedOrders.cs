using ActorCafe.Shop.Orders;

namespace ActorCafe.Shop.Stages;

/// <summary>Orders first in, first out; or by priority, highest first, and first in, first out within.</summary>
/// <remarks>The links are the orders' own: the list allocates nothing, and an order leaves its middle in constant time.</remarks>
internal sealed class LinkedOrders : OrderList
{
    private readonly Func<Order, int>? _level;
    private readonly Order?[] _first;
    private readonly Order?[] _last;

    /// <param name="line">The waiting line that this is a part of.</param>
    /// <param name="levels">The number of priority levels.</param>
    /// <param name="level">The level of an order, 0 taken first; null if all are alike.</param>
    public LinkedOrders(WaitingLine line, int levels = 1, Func<Order, int>? level = null)
        : base(line)
    {
        _level = level;
        _first = new Order?[levels];
        _last = new Order?[levels];
    }

    public override void Append(Order order)
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

    public override void PutBack(Order order)
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

    public override Order? Take()
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

    public override void Remove(Order order)
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
