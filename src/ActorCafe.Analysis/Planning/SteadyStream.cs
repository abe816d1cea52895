using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Planning;

/// <summary>
/// Customers who come at one rate without an end in sight: a plan for them is judged by the long run, so it is played for long
/// enough, and the empty shop at opening is left out.
/// </summary>
internal static class SteadyStream
{
    private const long FewestOrders = 2000;

    public static bool Comes(ShopSettings shop) => shop.Customers is { Arrivals: ArrivalSettings.Renewal, Until: null, StopAt: null };

    public static ShopSettings Lengthen(ShopSettings shop)
    {
        if (!Comes(shop))
        {
            return shop;
        }

        var orders = Math.Max(FewestOrders, shop.Customers.Orders ?? FewestOrders);
        return shop with
        {
            Customers = shop.Customers with { Orders = orders },
            Statistics = shop.Statistics.WarmUp is 0 ? shop.Statistics with { WarmUp = orders / 10 } : shop.Statistics,
        };
    }
}
