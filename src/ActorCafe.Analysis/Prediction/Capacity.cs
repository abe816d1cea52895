using ActorCafe.Queueing.Theory;
using ActorCafe.Shop.Results;

namespace ActorCafe.Analysis.Prediction;

/// <summary>The bottleneck law on a shop.</summary>
internal static class Capacity
{
    /// <summary>Orders an hour when customers never stop coming; null where nothing takes time.</summary>
    public static double? PerHour(ShopWork work)
    {
        var stations = Busy(work).Select(Station).ToArray();
        return stations.Length == 0 ? null : 3600 * BottleneckLaw.Capacity(stations);
    }

    /// <summary>The stage that can do least; of equals the first.</summary>
    public static string? Bottleneck(ShopWork work) => Busy(work).MinBy(stage => OfferedLoad.LargestPool(stage.Stage) / stage.Demand)?.Stage.Name;

    /// <summary>Why the shop may do less than its bottleneck could; null if it does not.</summary>
    public static string? WhyLess(ShopWork work)
    {
        foreach (var stage in Busy(work))
        {
            if (!stage.Stage.Schedule.IsEmpty)
            {
                return $"with the largest number of workers that cafe.stage.{stage.Stage.Name}.schedule has";
            }

            if (stage.Stays && work.WaitsWhileHeldBy(stage) is { } later)
            {
                return $"workers of {stage.Stage.Name} stay with orders that may have to wait for {later.Stage.Name}";
            }

            if (stage.Stage.QueueCapacity is { } room && !IsFirst(work, stage) && work.HolderOf(stage) is null)
            {
                return $"{stage.Stage.Name} has room for {room} to wait (cafe.stage.{stage.Stage.Name}.queue-capacity)";
            }
        }

        return null;
    }

    /// <summary>Whether everybody who comes to a stage begins there.</summary>
    public static bool IsFirst(ShopWork work, StageWork stage) => Math.Abs(work.ShareBeginning(stage) - stage.Arrivals) < 1e-12;

    private static IEnumerable<StageWork> Busy(ShopWork work) => work.Stages.Where(stage => stage.Demand > 0);

    private static Station Station(StageWork stage) => new(stage.Visits, stage.Occupied, OfferedLoad.LargestPool(stage.Stage));
}
