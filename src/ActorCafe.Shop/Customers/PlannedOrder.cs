using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Customers;

/// <summary>An order whose arrival does not depend on the shop.</summary>
/// <param name="Number">The order's number, from 1, which also names its random draws.</param>
/// <param name="At">When it is placed, since opening.</param>
/// <param name="Customer">The customer's name in a trace; null for a numbered customer.</param>
/// <param name="Drink">The drink's name.</param>
internal sealed record PlannedOrder(long Number, TimeSpan At, string? Customer, string Drink)
{
    /// <summary>Lists the orders of a shop in the same sequence, and with the same drinks, as in a café of one node.</summary>
    /// <exception cref="ArgumentException">The customers have no timetable, because their arrivals depend on the shop (saturated, closed).</exception>
    public static IEnumerable<PlannedOrder> Of(ShopSettings shop)
    {
        ArgumentNullException.ThrowIfNull(shop);
        var model = new ShopModel(shop);
        var number = 0L;
        foreach (var arrival in Timetable.Of(shop.Customers.Arrivals, shop.Seed, shop.Customers.OpensAt))
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
                yield return new(number, arrival.At - shop.Customers.OpensAt, arrival.Customer, drink.Name);
            }
        }
    }
}
