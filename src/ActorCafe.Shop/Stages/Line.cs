using ActorCafe.Shop.Orders;

namespace ActorCafe.Shop.Stages;

/// <summary>A line of a stage: the queue itself, and those for whom there is no room in it.</summary>
internal sealed class Line
{
    public Line(ShopModel model, bool byPriority, WorkerSlot? owner = null)
    {
        Owner = owner;
        Orders = byPriority
            ? new OrderList(this, model.PriorityLevels.Length, order => model.PriorityLevels.IndexOf(order.Drink.Priority))
            : new OrderList(this);
        Outside = new OrderList(this);
    }

    /// <summary>The worker whose own line it is; null: it is shared.</summary>
    public WorkerSlot? Owner { get; set; }

    public OrderList Orders { get; }

    /// <summary>Orders that wait for room, first in, first out.</summary>
    public OrderList Outside { get; }
}
