using ActorCafe.Shop;
using ActorCafe.Shop.Orders;

namespace ActorCafe.Cli.Files;

/// <summary>Passes the events of one run to several timelines.</summary>
internal sealed class CompositeTimeline(IReadOnlyList<IShopTimeline> timelines) : IShopTimeline
{
    /// <summary>Combines timelines; null if there is none.</summary>
    public static IShopTimeline? Of(params IEnumerable<IShopTimeline?> timelines) => timelines.OfType<IShopTimeline>().ToList() switch
    {
        [] => null,
        [var only] => only,
        var several => new CompositeTimeline(several),
    };

    public void Placed(Order order, TimeSpan now) => Each(timeline => timeline.Placed(order, now));

    public void InProgress(long order, TimeSpan now) => Each(timeline => timeline.InProgress(order, now));

    public void WorkerJoined(int stage, int worker, TimeSpan now) => Each(timeline => timeline.WorkerJoined(stage, worker, now));

    public void WorkerLeft(int stage, int worker, TimeSpan now) => Each(timeline => timeline.WorkerLeft(stage, worker, now));

    public void WorkerDown(int stage, int worker, TimeSpan now) => Each(timeline => timeline.WorkerDown(stage, worker, now));

    public void WorkerUp(int stage, int worker, TimeSpan now) => Each(timeline => timeline.WorkerUp(stage, worker, now));

    public void JoinedQueue(int stage, long order, TimeSpan now) => Each(timeline => timeline.JoinedQueue(stage, order, now));

    public void LeftQueue(int stage, long order, TimeSpan now) => Each(timeline => timeline.LeftQueue(stage, order, now));

    public void Began(WorkerActivity activity, int stage, int worker, long order, TimeSpan now) => Each(timeline => timeline.Began(activity, stage, worker, order, now));

    public void Ended(WorkerActivity activity, int stage, int worker, long order, bool completed, TimeSpan now) => Each(timeline => timeline.Ended(activity, stage, worker, order, completed, now));

    public void AwaitsPickUp(long order, TimeSpan now) => Each(timeline => timeline.AwaitsPickUp(order, now));

    public void Left(Order order, TimeSpan now) => Each(timeline => timeline.Left(order, now));

    public void Over(TimeSpan now) => Each(timeline => timeline.Over(now));

    private void Each(Action<IShopTimeline> tell)
    {
        foreach (var timeline in timelines)
        {
            tell(timeline);
        }
    }
}
