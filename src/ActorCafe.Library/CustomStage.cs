using ActorCafe.Shop.Settings;

namespace ActorCafe;

/// <summary>A stage with a user's own code, which has no form in a configuration.</summary>
internal static class CustomStage
{
    /// <exception cref="ArgumentException">The stage has a setting that cannot go with it.</exception>
    public static StageSettings Of(StageSettings stage, StageOptions options)
    {
        var call = $"Stage(\"{stage.Name}\")";
        if (options.NewWorker is not null && (stage.Preempts || stage.Breakdown is not null))
        {
            throw new ArgumentException($"{call}: custom workers cannot break down or be interrupted; leave out Breakdown, or write Priority = StagePriority.On");
        }

        if (options.QueueBy is not null && stage.Priority)
        {
            throw new ArgumentException($"{call}: QueueBy and Priority both order the queue; leave out Priority, or let QueueBy return -order.Drink.Priority");
        }

        return stage with { NewWorker = options.NewWorker, QueueBy = options.QueueBy };
    }
}
