using ActorCafe.Shop.Orders;

namespace ActorCafe.Shop.Pools;

/// <summary>A line of a stage: the queue itself, and those for whom there is no room in it.</summary>
internal sealed class Line
{
    public Line(Blueprint blueprint, bool byPriority, WorkerSlot? owner = null)
    {
        Owner = owner;
        Orders = byPriority
            ? new OrderLine(this, blueprint.PriorityLevels.Length, order => blueprint.PriorityLevels.IndexOf(order.Drink.Priority))
            : new OrderLine(this);
        Outside = new OrderLine(this);
    }

    /// <summary>The worker whose own line it is; null: it is shared.</summary>
    public WorkerSlot? Owner { get; set; }

    public OrderLine Orders { get; }

    /// <summary>Orders that wait for room, first in, first out.</summary>
    public OrderLine Outside { get; }
}
