using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Results;

/// <summary>Finds out where orders may have to wait while a worker stays with them.</summary>
internal static class StayingWorkers
{
    /// <summary>
    /// The stage whose workers stay with every order that comes to a stage, provided that this one has a worker for each of them, so no order ever waits here;
    /// null if there is none.
    /// </summary>
    public static StageSettings? HolderOf(ShopSettings shop, StageSettings inner)
    {
        ArgumentNullException.ThrowIfNull(shop);
        ArgumentNullException.ThrowIfNull(inner);
        var recipes = shop.Sold().Where(drink => FirstAt(drink, inner) >= 0).ToList();
        return recipes.Count == 0 || !inner.Schedule.IsEmpty || inner.Breakdown is not null ? null : shop.Stages.FirstOrDefault(holder =>
            holder.StaysWithOrder
            && OfferedLoad.LargestPool(holder) is var most && most <= inner.Workers
            && (most == 1 || inner.HasOneQueue)
            && recipes.TrueForAll(drink => FirstAt(drink, holder) is >= 0 and var first && first < FirstAt(drink, inner)));
    }

    /// <summary>For a stage whose workers stay with their orders, a later stage where such an order may have to wait; null if there is none.</summary>
    public static StageSettings? WaitsWhileHeldBy(ShopSettings shop, StageSettings holder)
    {
        ArgumentNullException.ThrowIfNull(shop);
        ArgumentNullException.ThrowIfNull(holder);
        return !holder.StaysWithOrder ? null : shop.Stages.FirstOrDefault(later =>
            shop.Sold().Any(drink => FirstAt(drink, holder) is >= 0 and var held && ComesAfter(drink, later, held))
            && HolderOf(shop, later) is null);
    }

    /// <summary>Whether workers of a stage stay with orders whose customers may renege, so that they may be free before all work on these is done.</summary>
    public static bool AreReleasedByReneging(ShopSettings shop, StageSettings holder) =>
        holder.StaysWithOrder && shop.Stages.Any(later => OfferedLoad.LosesOrdersInProgress(shop, later));

    private static int FirstAt(Drink drink, StageSettings stage) =>
        drink.Recipe.Select(step => step.Stage).ToList().IndexOf(stage.Index);

    // Consecutive steps at one stage are one visit.
    private static bool ComesAfter(Drink drink, StageSettings stage, int step) => Enumerable.Range(step + 1, drink.Recipe.Length - step - 1)
        .Any(later => drink.Recipe[later].Stage == stage.Index && drink.Recipe[later - 1].Stage != stage.Index);
}
