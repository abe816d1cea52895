namespace ActorCafe.Shop.Orders;

/// <summary>How an order ended.</summary>
public enum Outcome
{
    /// <summary>The customer has the coffee.</summary>
    Served,

    /// <summary>A full queue rejected the order.</summary>
    Rejected,

    /// <summary>The customer's patience ended before service began.</summary>
    Reneged,

    /// <summary>The order was still in the shop when the run was cut off.</summary>
    Unserved,
}
