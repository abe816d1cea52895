using ActorCafe.Shop.Orders;

namespace ActorCafe.Shop.Stages;

/// <summary>A queue of a stage, and the orders for which it has no room.</summary>
internal sealed class WaitingLine
{
    public WaitingLine(ShopModel model, bool byPriority, WorkerSlot? owner = null)
    {
        Owner = owner;
        Queue = byPriority
            ? new OrderList(this, model.PriorityLevels.Length, model.LevelOf)
            : new OrderList(this);
        Outside = new OrderList(this);
    }

    /// <summary>The worker whose own queue it is; null if it is shared.</summary>
    public WorkerSlot? Owner { get; }

    /// <summary>Orders that wait for a worker.</summary>
    public OrderList Queue { get; }

    /// <summary>Orders that wait for room in the queue, first in, first out.</summary>
    public OrderList Outside { get; }

    /// <summary>Whether nobody waits here.</summary>
    public bool IsEmpty => Queue.Count + Outside.Count == 0;
}

/// <summary>Orders first in, first out; or by priority, highest first, and first in, first out within.</summary>
/// <remarks>The links are the orders' own: the list allocates nothing, and an order leaves its middle in constant time.</remarks>
internal sealed class OrderList
{
    private readonly Func<Order, int>? _level;
    private readonly Order?[] _first;
    private readonly Order?[] _last;

    /// <param name="line">The waiting line that this is a part of.</param>
    /// <param name="levels">The number of priority levels.</param>
    /// <param name="level">The level of an order, 0 taken first; null if all are alike.</param>
    public OrderList(WaitingLine line, int levels = 1, Func<Order, int>? level = null)
    {
        Line = line;
        _level = level;
        _first = new Order?[levels];
        _last = new Order?[levels];
    }

    /// <summary>The waiting line that this is a part of.</summary>
    public WaitingLine Line { get; }

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

    /// <summary>Puts an order that had been taken back in front of those of its priority.</summary>
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

    /// <summary>Takes the first order; null if the list is empty.</summary>
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
