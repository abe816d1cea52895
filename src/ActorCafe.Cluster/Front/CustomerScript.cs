using ActorCafe.Shop;
using ActorCafe.Shop.Customers;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cluster.Front;

/// <summary>An order as a shop's own customers would place it.</summary>
/// <param name="Number">From 1, in the order of placing: on a fresh book the order's number there, and so the seed of its draws.</param>
/// <param name="At">When, shop time.</param>
/// <param name="Drink">What.</param>
/// <param name="Customer">Who; null: unnamed.</param>
public sealed record ScriptedOrder(long Number, TimeSpan At, string Drink, string? Customer);

/// <summary>The customers of a shop file, written down ahead: the same as meet the shop on one node.</summary>
public static class CustomerScript
{
    /// <summary>Whether the customers come at times of their own; saturated and closed ones wait for the shop.</summary>
    public static bool IsPossible(ShopSettings shop) =>
        shop.Customers.Arrivals is not (ArrivalSettings.Saturated or ArrivalSettings.Closed);

    /// <summary>The orders in the order of placing; without end where the shop sets none but <c>stop-at</c>.</summary>
    /// <exception cref="ArgumentException">The customers wait for the shop.</exception>
    public static IEnumerable<ScriptedOrder> Of(ShopSettings shop)
    {
        ArgumentNullException.ThrowIfNull(shop);
        var blueprint = new Blueprint(shop);
        var (customers, number) = (shop.Customers, 0L);
        foreach (var arrival in Timetable.Of(customers.Arrivals, shop.Seed))
        {
            if (arrival.At > customers.Until || arrival.At > customers.StopAt)
                yield break;
            for (var customer = 0L; customer < arrival.Count; customer++)
            {
                number++;
                var drink = arrival.Drink is { } index ? shop.Menu[index] : blueprint.DrinkOf(number);
                yield return new ScriptedOrder(number, arrival.At, drink.Name, arrival.Customer);
                if (number == customers.Orders)
                    yield break;
            }
        }
    }
}
