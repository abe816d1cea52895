using System.Collections.Immutable;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Results;

/// <summary>Offered load: how much work customers bring to the stages of a shop.</summary>
internal static class OfferedLoad
{
    /// <summary>
    /// Names the stages with an offered load (arrival rate x mean work per order / workers that are up on average) of 1 or more. Their queues grow as long as
    /// customers arrive, so there is no steady state. Empty where customers do not arrive at a rate of their own, and where stages or
    /// impatience turn customers away before the load builds up.
    /// </summary>
    public static ImmutableArray<string> Unstable(ShopSettings shop)
    {
        ArgumentNullException.ThrowIfNull(shop);
        if (ArrivalsPerSecond(shop.Customers.Arrivals) is not { } rate || shop.Customers.Patience is not null)
        {
            return [];
        }

        return
        [
            .. shop.Stages
                .TakeWhile(stage => !stage.Rejects && !IsImpatient(shop, stage))
                .Where(stage => !StayingWorkers.AreReleasedByReneging(shop, stage) && WorkPerOrder(shop, stage) > 0 && 3600 * rate >= ServedPerHour(shop, stage, LargestPool(stage)))
                .Select(stage => stage.Name),
        ];
    }

    /// <summary>
    /// Mean worker-seconds that an order of the shop needs at a stage, over all drinks: service, handing over, and, where workers stay
    /// with their orders, everything that follows, but no waiting. A step that is remade with probability p is done 1 / (1 - p) times.
    /// </summary>
    public static double WorkPerOrder(ShopSettings shop, StageSettings stage)
    {
        ArgumentNullException.ThrowIfNull(shop);
        ArgumentNullException.ThrowIfNull(stage);
        var shares = shop.Menu.Sum(drink => drink.Share);
        return shop.Sold().Sum(drink => drink.Share / shares * WorkPerOrder(shop, stage, drink.Recipe));
    }

    /// <summary>The orders per hour that a number of workers of a stage can serve in the long run; a worker serves none while it is being repaired.</summary>
    public static double ServedPerHour(ShopSettings shop, StageSettings stage, double workers)
    {
        ArgumentNullException.ThrowIfNull(stage);
        return 3600 * workers * stage.Availability / WorkPerOrder(shop, stage);
    }

    /// <summary>Customers per second on average, in the long run; null where they do not arrive at a rate of their own.</summary>
    public static double? ArrivalsPerSecond(ArrivalSettings arrivals) => arrivals switch
    {
        ArrivalSettings.Renewal renewal => renewal.Batch / renewal.LastMean,
        ArrivalSettings.Hourly hourly => hourly.RatesPerHour.Average() / 3600,
        _ => null,
    };

    /// <summary>The largest number of workers that a stage has at any time.</summary>
    public static int LargestPool(StageSettings stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        return stage.Schedule.Changes.Aggregate(stage.Workers, (pool, change) => Math.Max(pool, change.Workers));
    }

    /// <summary>The smallest number of workers that a stage has at any time; 0 where nobody works there for some time.</summary>
    public static int SmallestPool(StageSettings stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        return stage.Schedule.Changes.Aggregate(stage.Workers, (pool, change) => Math.Min(pool, change.Workers));
    }

    /// <summary>
    /// The time average of the scheduled workers of a stage, from opening until the door closes, the run is cut off or the last recorded customer comes. Where
    /// the customers end at no time of their own, that of the long run.
    /// </summary>
    public static double AverageWorkers(ShopSettings shop, StageSettings stage)
    {
        ArgumentNullException.ThrowIfNull(shop);
        ArgumentNullException.ThrowIfNull(stage);
        var opening = shop.Customers.OpensAt;
        return EndOf(shop.Customers) is { } end && end > opening ? stage.Schedule.Average(stage.Workers, opening, end) : LongRunWorkers(stage);
    }

    /// <summary>The number of workers at a stage in the long run: the average of a schedule that repeats, or those of the last change.</summary>
    public static double LongRunWorkers(StageSettings stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        return stage.Schedule.LongRun(stage.Workers);
    }

    /// <summary>Whether customers whose orders wait at a stage may renege.</summary>
    public static bool IsImpatient(ShopSettings shop, StageSettings stage)
    {
        ArgumentNullException.ThrowIfNull(shop);
        ArgumentNullException.ThrowIfNull(stage);
        return (stage.Patience is not null && StayingWorkers.HolderOf(shop, stage) is null) || (shop.Customers.Patience is not null && BeginsAt(shop, stage));
    }

    /// <summary>Whether customers whose service has begun elsewhere may renege at a stage.</summary>
    internal static bool LosesOrdersInProgress(ShopSettings shop, StageSettings stage) =>
        stage.Patience is not null && IsVisited(shop, stage) && !IsFirst(shop, stage) && StayingWorkers.HolderOf(shop, stage) is null;

    /// <summary>Whether a drink that is sold begins at a stage.</summary>
    internal static bool BeginsAt(ShopSettings shop, StageSettings stage) => shop.Sold().Any(drink => drink.Recipe[0].Stage == stage.Index);

    /// <summary>Whether a drink that is sold comes to a stage.</summary>
    internal static bool IsVisited(ShopSettings shop, StageSettings stage) => shop.Sold().Any(drink => drink.Recipe.Any(step => step.Stage == stage.Index));

    /// <summary>Whether every order that comes to a stage begins there and does not return.</summary>
    public static bool IsFirst(ShopSettings shop, StageSettings stage)
    {
        ArgumentNullException.ThrowIfNull(shop);
        ArgumentNullException.ThrowIfNull(stage);
        return shop.Sold().All(drink => !Enumerable.Range(1, drink.Recipe.Length - 1).Any(step => drink.Recipe[step].Stage == stage.Index && drink.Recipe[step - 1].Stage != stage.Index));
    }

    /// <summary>Whether some times at a stage follow a fixed sequence, so they are not independent of each other.</summary>
    internal static bool IsServedInSequence(ShopSettings shop, StageSettings stage) =>
        shop.Sold().Any(drink => drink.Recipe.Any(step => step.Stage == stage.Index && step.Service is Sequence { Variance: > 0 }));

    private static TimeSpan? EndOf(CustomersSettings customers) =>
        customers.StopAt ?? customers.Until ?? (customers.Arrivals is ArrivalSettings.Trace { Entries: [.., var last] } ? last.Time : null);

    private static double WorkPerOrder(ShopSettings shop, StageSettings stage, ImmutableArray<RecipeStep> recipe) =>
        Enumerable.Range(0, recipe.Length).Where(step => recipe[step].Stage == stage.Index).Sum(step => Work(shop, recipe, step)
            + (stage.StaysWithOrder && IsHandedOver(recipe, step) ? Enumerable.Range(step + 1, recipe.Length - step - 1).Sum(later => Work(shop, recipe, later)) : 0));

    private static double Work(ShopSettings shop, ImmutableArray<RecipeStep> recipe, int step) =>
        (recipe[step].Service.Mean / (1 - recipe[step].RemakeProbability))
        + (IsHandedOver(recipe, step) ? shop.Stages[recipe[step].Stage].HandOverTime.TotalSeconds : 0);

    private static bool IsHandedOver(ImmutableArray<RecipeStep> recipe, int step) =>
        step == recipe.Length - 1 || recipe[step + 1].Stage != recipe[step].Stage;
}
