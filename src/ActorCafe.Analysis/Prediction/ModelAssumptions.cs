using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Prediction;

/// <summary>The assumptions that every queueing model here makes about a stage, whatever the arrivals.</summary>
internal static class ModelAssumptions
{
    /// <summary>The first assumption that the stage violates, in words that name the setting; null if it violates none.</summary>
    public static string? Violation(QueueingNetwork network, StageDemand stage)
    {
        var name = stage.Stage.Name;
        if (stage.IsResized)
        {
            var change = OfferedLoad.SmallestPool(stage.Stage) == 0 ? "nobody works there for some time" : "the number of workers changes";
            return $"{change} (cafe.stage.{name}.schedule), which no formula here covers";
        }

        if (stage.Stays && network.WaitsWhileHeldBy(stage) is { } later)
        {
            return $"workers stay with their orders (cafe.stage.{name}.stays-with-order), which may have to wait for {later.Stage.Name} meanwhile";
        }

        if (network.Stages.FirstOrDefault(next => network.ShareToNext(stage, next) > 0 && HoldsUp(network, next)) is { } full)
        {
            return $"its workers keep orders that {full.Stage.Name} has no room for (cafe.stage.{full.Stage.Name}.queue-capacity = {full.Stage.QueueCapacity}, when-full = block)";
        }

        if (!stage.Stage.HasOneQueue && !StageSettings.Routers.Contains(stage.Stage.Router))
        {
            return $"it has a custom router, which no formula here covers (router = {stage.Stage.Router})";
        }

        if (stage.Stage.QueueBy is not null)
        {
            return "it has a custom queue discipline, which no formula here covers";
        }

        return HoldsUp(network, stage) && !network.IsFirst(stage)
            ? $"it blocks the workers before it when it is full (cafe.stage.{name}.queue-capacity = {stage.Stage.QueueCapacity}, when-full = block)"
            : null;
    }

    private static bool HoldsUp(QueueingNetwork network, StageDemand stage) => stage.Stage.Blocks && network.HolderOf(stage) is null;
}
