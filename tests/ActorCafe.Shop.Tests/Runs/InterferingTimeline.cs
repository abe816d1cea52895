namespace ActorCafe.Shop.Tests.Runs;

/// <summary>Runs an action whenever a worker begins an activity.</summary>
internal sealed class InterferingTimeline(int stages, Action<long> action) : ShopLevels(stages)
{
    private long _times;

    public override void Began(WorkerActivity activity, int stage, int worker, long order, TimeSpan now)
    {
        base.Began(activity, stage, worker, order, now);
        action(++_times);
    }
}
