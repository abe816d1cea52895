using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Pictures.Studies;

/// <summary>A shop with other customers than its own.</summary>
internal static class Customers
{
    /// <summary>Customers who come at random at one rate; the first tenth, who meet an empty shop, is not counted.</summary>
    public static ShopSettings WithArrivals(this ShopSettings shop, double perHour, long orders) => shop with
    {
        Customers = new CustomersSettings
        {
            Arrivals = new ArrivalSettings.Renewal(new Exponential(3600 / perHour), 1),
            Orders = orders,
            Patience = shop.Customers.Patience,
        },
        Statistics = shop.Statistics with { WarmUp = orders / 10 },
    };

    /// <summary>Whether anybody buys by the shares of the menu: drinks of a recorded day may have none.</summary>
    public static bool CanBeDrawn(this ShopSettings shop) => shop.Menu.Any(drink => drink.Share > 0);
}
