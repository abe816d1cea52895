using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Customers;

/// <summary>An order that is going to be placed, whatever the shop does until then.</summary>
/// <param name="Number">The order's number, from 1: what chance brings it is drawn by this.</param>
/// <param name="At">When, shop time.</param>
/// <param name="Customer">Who, as a trace names them; null: numbered.</param>
/// <param name="Drink">The drink's name.</param>
public sealed record PlannedOrder(long Number, TimeSpan At, string? Customer, string Drink)
{
    /// <summary>The orders of a shop in the order in which the one-node café has them placed, with the same drinks.</summary>
    /// <exception cref="ArgumentException">The customers have no timetable: when they come depends on the shop (saturated, closed).</exception>
    public static IEnumerable<PlannedOrder> Of(ShopSettings shop)
    {
        ArgumentNullException.ThrowIfNull(shop);
        var model = new ShopModel(shop);
        var number = 0L;
        foreach (var arrival in Timetable.Of(shop.Customers.Arrivals, shop.Seed))
        {
            if (arrival.At > shop.Customers.Until)
            {
                yield break;
            }

            for (var customer = 0L; customer < arrival.Count; customer++)
            {
                if (number == shop.Customers.Orders)
                {
                    yield break;
                }

                number++;
                var drink = arrival.Drink is { } index ? shop.Menu[index] : model.DrinkOf(number);
                yield return new(number, arrival.At, arrival.Customer, drink.Name);
            }
        }
    }
}
