namespace ActorCafe.Shop.Settings;

/// <summary>Replaces a shop's customers by saturated ones.</summary>
internal static class SaturatedShop
{
    /// <summary>Returns the shop with this number of orders, each placed when the first stage has an idle worker, and without warm-up.</summary>
    public static ShopSettings Saturated(this ShopSettings shop, long orders) => shop with
    {
        Customers = new CustomersSettings { Arrivals = new ArrivalSettings.Saturated(), Orders = orders, OpensAt = shop.Customers.OpensAt },
        Statistics = shop.Statistics with { WarmUp = WarmUp.None },
    };
}
