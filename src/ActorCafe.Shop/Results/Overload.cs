using System.Globalization;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Results;

/// <summary>More orders than can be served, at a stage or in the whole shop: a queue grows as long as customers come.</summary>
/// <param name="Stage">The stage whose queue grows; null where stages hold each other up and only the whole shop's capacity is known.</param>
/// <param name="ArrivalsPerHour">The orders that come to the stage, or to the shop.</param>
/// <param name="CapacityPerHour">The orders that can be served there at most.</param>
public sealed record Overload(StageSettings? Stage, double ArrivalsPerHour, double CapacityPerHour)
{
    /// <summary>Whether all customers come to the stage: none leaves before it.</summary>
    public bool IsOfAllCustomers { get; private init; } = true;

    /// <summary>What is too much, in words.</summary>
    public string InWords
    {
        get
        {
            var (arrivals, capacity) = (Text(ArrivalsPerHour), Text(CapacityPerHour));
            return Stage is null ? $"{arrivals} orders arrive per hour, at most {capacity} can be served"
                : !IsOfAllCustomers ? $"{arrivals} orders per hour reach {Stage.Name}, at most {capacity} can be served there"
                : $"{arrivals} orders arrive per hour, at most {capacity} can be served at {Stage.Name}{Scheduled(Stage.Schedule)}";
        }
    }

    /// <summary>
    /// Finds the stage, or the shop, that orders arrive at faster than they can be served; of several the one that serves least. Customers who leave, because a
    /// stage is full or their patience ends, bound the queue that they leave, and fewer reach the stages behind. A stage that blocks, or whose workers stay with
    /// their orders, holds up the stages on its other side, so their queues share one bound, and those who leave it make room.
    /// </summary>
    internal static Overload? Of(ShopSettings shop, ShopResult run)
    {
        if (Arriving(shop) is not { } arrivals)
        {
            return null;
        }

        var isSaturated = shop.Customers.Arrivals is ArrivalSettings.Saturated;
        var (isBounded, stays, passed) = (false, false, arrivals);
        Overload? worst = null;
        foreach (var stage in shop.Stages.Where(stage => OfferedLoad.WorkPerOrder(shop, stage) > 0))
        {
            var isFirst = OfferedLoad.BeginsAt(shop, stage);
            if (isFirst || stage.Rejects || !(stage.Blocks || stays))
            {
                isBounded = stage.Rejects || (isFirst && isSaturated) || OfferedLoad.IsImpatient(shop, stage);
            }

            var reaching = Math.Min(passed, arrivals * (ShareReaching(stage, run) - ShareReneging(stage, run)));
            if (StayingWorkers.AreReleasedByReneging(shop, stage))
            {
                // How many orders they can take depends on how many of them are lost.
                stays = true;
                continue;
            }

            var served = OfferedLoad.ServedPerHour(shop, stage, OfferedLoad.LongRunWorkers(stage));
            if (!isBounded && reaching >= served && !(worst?.CapacityPerHour <= served))
            {
                worst = new(stage, reaching, served) { IsOfAllCustomers = reaching == arrivals && !isSaturated };
            }

            passed = Math.Min(passed, served);
            stays |= stage.StaysWithOrder;
        }

        // Blocking and staying lower the capacity of the shop below that of its stages. That capacity says nothing where customers are lost or called later.
        var isComparable = !shop.Stages.Any(stage => stage.Rejects || OfferedLoad.IsImpatient(shop, stage)) && (!isSaturated || IsNeverHeldUp(shop));
        return isComparable && run.Capacity is { PerHour: var most, Ci: var ci } && !(worst?.CapacityPerHour <= most)
            && (isSaturated ? arrivals > (ci?.High ?? most) : arrivals >= (ci?.Low ?? most))
            ? new(null, arrivals, most)
            : worst;
    }

    /// <summary>Customers per hour; with saturated ones, as many as the first stage can serve. Null where each waits for the one before.</summary>
    private static double? Arriving(ShopSettings shop) => shop.Customers.Arrivals is ArrivalSettings.Saturated
        ? shop.Stages.Where(stage => OfferedLoad.BeginsAt(shop, stage)).Min(stage => OfferedLoad.ServedPerHour(shop, stage, OfferedLoad.LongRunWorkers(stage)))
        : 3600 * OfferedLoad.ArrivalsPerSecond(shop.Customers.Arrivals);

    private static string Scheduled(PoolSchedule schedule) =>
        schedule.IsEmpty ? "" : schedule.Period is null ? " after its schedule's last change" : " on average over its schedule";

    private static bool IsNeverHeldUp(ShopSettings shop) => !shop.Stages[0].StaysWithOrder && shop.Stages.Length > 1 && !shop.Stages[1].Blocks;

    private static double ShareReaching(StageSettings stage, ShopResult run) =>
        1 - Share(run.Stages.Take(stage.Index).Sum(before => before.Rejected + before.Reneged), run);

    private static double ShareReneging(StageSettings stage, ShopResult run) => Share(run.Stages[stage.Index].Reneged, run);

    private static double Share(long orders, ShopResult run) =>
        run.Orders.Arrived - run.Each.Sum(one => one.WarmUp) is > 0 and var counted ? (double)orders / counted : 0;

    /// <summary>A rate with at most one decimal, and two digits if it is small.</summary>
    public static string Text(double perHour) => perHour >= 0.95
        ? perHour.ToString("#,0.#", CultureInfo.InvariantCulture)
        : perHour.ToString("G2", CultureInfo.InvariantCulture);
}
