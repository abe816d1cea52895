using ActorCafe.Shop.Orders;

namespace ActorCafe.Shop;

/// <summary>Receives each order as it leaves the shop, for example to write a row of a file. Calls come one at a time, in the order of leaving.</summary>
public interface IOrderLog
{
    /// <summary>Records an order. Read it during the call only: the object is reused for another order.</summary>
    void Left(Order order);
}
