using ActorCafe.Shop;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Tests;

/// <summary>Creates orders as a shop passes them to its log.</summary>
internal static class TestOrders
{
    public static Order Create(
        ShopSettings shop, long number, string? customer, Drink drink, double placed, double left, Outcome outcome, params (double? Enqueued, double? Started, double? Finished, int Worker)[] visits)
    {
        var order = new Order(new ShopModel(shop));
        order.Begin(number, customer, number, drink, TimeSpan.FromSeconds(placed));
        (order.Left, order.Outcome) = (TimeSpan.FromSeconds(left), outcome);
        for (var stage = 0; stage < visits.Length; stage++)
        {
            ref var visit = ref order.VisitTo(stage);
            visit.Enqueued = Time(visits[stage].Enqueued);
            if (Time(visits[stage].Started) is { } started)
            {
                visit.Begin(started);
            }

            visit.Finished = Time(visits[stage].Finished);
            visit.Worker = visits[stage].Worker;
        }

        return order;
    }

    private static TimeSpan? Time(double? seconds) => seconds is { } s ? TimeSpan.FromSeconds(s) : null;
}
