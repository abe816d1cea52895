using ActorCafe.Shop.Orders;

namespace ActorCafe.Shop.Stages;

/// <summary>The orders of a stage whose customers may still lose patience, with the list each waits in. Once any service has begun they stay.</summary>
internal sealed class Reneging
{
    private readonly Dictionary<long, (Order Order, OrderList List)> _waiting = [];

    public void Remember(Order order, OrderList list)
    {
        if (!order.InProgress)
        {
            _waiting[order.Number] = (order, list);
        }
    }

    public void Forget(Order order) => _waiting.Remove(order.Number);

    /// <summary>Takes an order that is still waiting, and its list; null if its service has begun or it has left.</summary>
    public (Order Order, OrderList List)? Take(long number) => _waiting.Remove(number, out var found) ? found : null;
}
