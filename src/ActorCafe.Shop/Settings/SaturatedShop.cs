namespace ActorCafe.Shop.Settings;

/// <summary>A shop whose customers never stop coming.</summary>
public static class SaturatedShop
{
    /// <summary>The shop with so many orders, each placed when the first stage has an idle worker; none is left out at the start.</summary>
    public static ShopSettings Saturated(this ShopSettings shop, long orders) => shop with
    {
        Customers = new CustomersSettings { Arrivals = new ArrivalSettings.Saturated(), Orders = orders },
        Statistics = shop.Statistics with { WarmUp = 0 },
    };
}
