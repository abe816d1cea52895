using ActorCafe.Shop.Orders;

namespace ActorCafe.Shop;

/// <summary>Takes each order as it leaves the shop (a file of rows, say). Called by one caller at a time, in the order of leaving.</summary>
public interface IOrderLog
{
    /// <summary>Reads what is wanted of <paramref name="order"/>; it must not be kept, it will be used again.</summary>
    void Left(Order order);
}
