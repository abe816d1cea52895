using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Results;

/// <summary>
/// The bottleneck law: a shop serves no more than the least workers / mean work per order of its stages, whatever the distributions are.
/// </summary>
/// <param name="PerHour">Orders per hour, 0 or more.</param>
/// <param name="Stage">The name of the stage that sets this limit; the first if several tie.</param>
/// <param name="WhyLess">Why the shop may not reach this limit, in words; null if it does.</param>
/// <remarks>
/// P. J. Denning and J. P. Buzen, "The operational analysis of queueing network models", ACM Computing Surveys 10 (1978). Which shops reach the limit is
/// explained in docs/decisions/0005.
/// </remarks>
internal sealed record BottleneckCapacity(double PerHour, string Stage, string? WhyLess)
{
    /// <summary>The capacity; null where the limit is only an upper bound.</summary>
    public Capacity? Exact => WhyLess is null ? new Capacity(PerHour, CapacityHow.Formula, null) : null;

    /// <summary>The limit of a shop; null if nothing takes time.</summary>
    public static BottleneckCapacity? Of(ShopSettings shop)
    {
        ArgumentNullException.ThrowIfNull(shop);
        var stages = shop.Stages.Where(stage => OfferedLoad.WorkPerOrder(shop, stage) > 0).ToList();
        if (stages.Count == 0)
        {
            return null;
        }

        var least = stages.MinBy(PerHour)!;
        return new BottleneckCapacity(PerHour(least), least.Name, shop.Stages.Select(stage => WhyLessBy(shop, stage)).FirstOrDefault(why => why is not null));

        double PerHour(StageSettings stage) => OfferedLoad.ServedPerHour(shop, stage, OfferedLoad.AverageWorkers(shop, stage));
    }

    private static string? WhyLessBy(ShopSettings shop, StageSettings stage)
    {
        if (!OfferedLoad.IsVisited(shop, stage))
        {
            return null;
        }

        if (stage.NewWorker is not null)
        {
            return $"{stage.Name} has custom workers, whose times no formula knows";
        }

        if (!stage.HasOneQueue && !StageSettings.Routers.Contains(stage.Router))
        {
            return $"{stage.Name} has a custom router, which no formula knows (router = {stage.Router})";
        }

        if (StayingWorkers.WaitsWhileHeldBy(shop, stage) is { } later)
        {
            return $"workers of {stage.Name} stay with orders that may have to wait for {later.Name}";
        }

        if (OfferedLoad.LosesOrdersInProgress(shop, stage))
        {
            return $"orders may leave {stage.Name} when their customers' patience ends (cafe.stage.{stage.Name}.patience)";
        }

        if (stage.QueueCapacity is { } room && (stage.Rejects || !OfferedLoad.IsFirst(shop, stage)) && StayingWorkers.HolderOf(shop, stage) is null)
        {
            return $"{stage.Name} has room for {room} to wait (cafe.stage.{stage.Name}.queue-capacity)";
        }

        return !stage.HasOneQueue && !OfferedLoad.IsFirst(shop, stage) && OfferedLoad.IsServedInSequence(shop, stage)
            ? $"the fixed sequence of times at {stage.Name} may give some of its queues more work than others (router = {stage.Router})"
            : null;
    }
}
