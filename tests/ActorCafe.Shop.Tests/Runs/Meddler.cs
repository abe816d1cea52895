namespace ActorCafe.Shop.Tests.Runs;

/// <summary>Does something to a run whenever a worker begins something.</summary>
internal sealed class Meddler(int stages, Action<long> deed) : ShopLevels(stages)
{
    private long _times;

    public override void Began(WorkerActivity activity, int stage, int worker, long order, TimeSpan now)
    {
        base.Began(activity, stage, worker, order, now);
        deed(++_times);
    }
}
