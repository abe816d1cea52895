namespace ActorCafe.Shop.Orders;

/// <summary>How an order ended.</summary>
public enum Outcome
{
    /// <summary>The customer has the coffee.</summary>
    Served,

    /// <summary>A full queue turned it away.</summary>
    Rejected,

    /// <summary>The customer's patience ended before service began.</summary>
    Reneged,

    /// <summary>Still inside when the run was cut off.</summary>
    Unserved,
}
