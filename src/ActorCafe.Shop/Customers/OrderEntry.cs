using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Stages;
using Akka.Actor;

namespace ActorCafe.Shop.Customers;

/// <summary>
/// Places orders, and reuses the objects of those that have left, so that a long run allocates no more of them than are in the shop at once. Not thread-safe:
/// it belongs to one actor.
/// </summary>
internal sealed class OrderEntry(ShopContext shop)
{
    private readonly List<Order> _orders = [];
    private Order? _spare;

    /// <summary>Orders placed so far.</summary>
    public long Placed { get; private set; }

    /// <summary>The orders that have not been returned, in the order of placing.</summary>
    internal IEnumerable<Order> Open => _orders.Where(order => order.IsOpen).OrderBy(order => order.Number);

    /// <summary>Places an order: tells it to the pool of its first stage.</summary>
    /// <param name="number">The order's number, used once.</param>
    /// <param name="customer">The customer's number.</param>
    /// <param name="named">The customer's name; null if they have none.</param>
    /// <param name="drink">The drink ordered.</param>
    public void Place(long number, long customer, string? named, Drink drink) => Place(number, customer, named, drink, calledBy: null);

    /// <summary>Takes back an order that has left, or a chain of them by <see cref="Order.Next"/>, for reuse.</summary>
    public void Return(Order first)
    {
        ArgumentNullException.ThrowIfNull(first);
        var last = first;
        for (var order = first; order is not null; order = order.Next)
        {
            order.IsOpen = false;
            last = order;
        }

        last.Next = _spare;
        _spare = first;
    }

    internal void Place(long number, long customer, string? named, Drink drink, WorkerSlot? calledBy)
    {
        var order = TakeRecord();
        Placed++;
        var now = shop.Clock.Now;
        order.Begin(number, named, customer, drink, now);
        order.IsOpen = true;
        shop.Observer.Placed(order, now);

        var pool = shop.Pools[order.NextStage!.Index];
        if (calledBy is null)
        {
            pool.Tell(order, ActorRefs.Nobody);
        }
        else
        {
            pool.Tell(new StageQueue.CustomerCame(order, calledBy), ActorRefs.Nobody);
        }
    }

    private Order TakeRecord()
    {
        if (_spare is not { } order)
        {
            _orders.Add(order = new Order(shop.Model));
            return order;
        }

        _spare = order.Next;
        order.Next = null;
        return order;
    }
}
