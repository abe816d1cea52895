using ActorCafe.Queueing.Theory;
using ActorCafe.Shop.Results;

namespace ActorCafe.Analysis.Prediction;

/// <summary>The capacity of a shop by the bottleneck law.</summary>
internal static class Capacity
{
    /// <summary>Orders per hour when customers never stop arriving; null if nothing takes time.</summary>
    public static double? PerHour(QueueingNetwork network)
    {
        var stations = Busy(network).Select(Station).ToArray();
        return stations.Length == 0 ? null : 3600 * BottleneckLaw.Capacity(stations);
    }

    /// <summary>The name of the stage with the lowest capacity; of equals, the first.</summary>
    public static string? Bottleneck(QueueingNetwork network) => Busy(network).MinBy(stage => OfferedLoad.LargestPool(stage.Stage) / stage.WorkPerOrder)?.Stage.Name;

    /// <summary>Why the shop may stay below the capacity of its bottleneck, in words; null if it reaches it.</summary>
    public static string? WhyLess(QueueingNetwork network)
    {
        foreach (var stage in Busy(network))
        {
            if (!stage.Stage.Schedule.IsEmpty)
            {
                return $"with the largest number of workers that cafe.stage.{stage.Stage.Name}.schedule has";
            }

            if (stage.Stays && network.WaitsWhileHeldBy(stage) is { } later)
            {
                return $"workers of {stage.Stage.Name} stay with orders that may have to wait for {later.Stage.Name}";
            }

            if (stage.Stage.QueueCapacity is { } room && !IsFirst(network, stage) && network.HolderOf(stage) is null)
            {
                return $"{stage.Stage.Name} has room for {room} to wait (cafe.stage.{stage.Stage.Name}.queue-capacity)";
            }
        }

        return null;
    }

    /// <summary>Whether every order that arrives at a stage begins there.</summary>
    public static bool IsFirst(QueueingNetwork network, StageDemand stage) => Math.Abs(network.ShareBeginning(stage) - stage.ArrivalsPerCustomer) < 1e-12;

    private static IEnumerable<StageDemand> Busy(QueueingNetwork network) => network.Stages.Where(stage => stage.WorkPerOrder > 0);

    private static Station Station(StageDemand stage) => new(stage.Visits, stage.Occupied, OfferedLoad.LargestPool(stage.Stage));
}
