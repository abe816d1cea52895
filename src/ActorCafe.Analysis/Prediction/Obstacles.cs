namespace ActorCafe.Analysis.Prediction;

/// <summary>What a stage has that no formula takes, whoever comes to it; in words that name the setting.</summary>
internal static class Obstacles
{
    /// <summary>The first one; null if there is none.</summary>
    public static string? Of(ShopWork work, StageWork stage)
    {
        var name = stage.Stage.Name;
        if (!stage.Stage.Schedule.IsEmpty)
        {
            return $"the number of workers changes (cafe.stage.{name}.schedule), so there is no steady state";
        }

        if (stage.Stays && work.WaitsWhileHeldBy(stage) is { } later)
        {
            return $"workers stay with their orders (cafe.stage.{name}.stays-with-order), which may have to wait for {later.Stage.Name} meanwhile";
        }

        if (work.Stages.FirstOrDefault(next => work.ShareToNext(stage, next) > 0 && HoldsUp(work, next)) is { } full)
        {
            return $"its workers keep orders that {full.Stage.Name} has no room for (cafe.stage.{full.Stage.Name}.queue-capacity = {full.Stage.QueueCapacity}, when-full = block)";
        }

        return HoldsUp(work, stage) && !Capacity.IsFirst(work, stage)
            ? $"it holds up those who bring orders when it is full (cafe.stage.{name}.queue-capacity = {stage.Stage.QueueCapacity}, when-full = block)"
            : null;
    }

    private static bool HoldsUp(ShopWork work, StageWork stage) => stage.Stage.Blocks && work.HolderOf(stage) is null;
}
