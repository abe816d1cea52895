using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Stages;

/// <summary>A queue of a stage, and the orders for which it has no room.</summary>
internal sealed class WaitingLine
{
    public WaitingLine(ShopModel model, StageSettings stage, WorkerSlot? owner = null)
    {
        Owner = owner;
        Queue = stage.QueueBy is { } key ? new SortedOrders(this, key)
            : stage.Priority ? new LinkedOrders(this, model.PriorityLevels.Length, model.LevelOf)
            : new LinkedOrders(this);
        Outside = new LinkedOrders(this);
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

/// <summary>Orders that wait, in the order in which they are taken. Any of them may leave before its turn.</summary>
internal abstract class OrderList(WaitingLine line)
{
    /// <summary>The waiting line that this is a part of.</summary>
    public WaitingLine Line { get; } = line;

    public int Count { get; protected set; }

    public abstract void Append(Order order);

    /// <summary>Puts an order that had been taken back in front of its equals.</summary>
    public abstract void PutBack(Order order);

    /// <summary>Takes the first order; null if the list is empty.</summary>
    public abstract Order? Take();

    public abstract void Remove(Order order);
}
