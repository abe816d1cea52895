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

    public void Placed(Order order)
    {
        foreach (var timeline in timelines)
        {
            timeline.Placed(order);
        }
    }

    public void InProgress(TimeSpan now)
    {
        foreach (var timeline in timelines)
        {
            timeline.InProgress(now);
        }
    }

    public void WorkersChanged(int stage, int change, TimeSpan now)
    {
        foreach (var timeline in timelines)
        {
            timeline.WorkersChanged(stage, change, now);
        }
    }

    public void QueueChanged(int stage, int change, TimeSpan now)
    {
        foreach (var timeline in timelines)
        {
            timeline.QueueChanged(stage, change, now);
        }
    }

    public void Began(WorkerActivity activity, int stage, int worker, long order, TimeSpan now)
    {
        foreach (var timeline in timelines)
        {
            timeline.Began(activity, stage, worker, order, now);
        }
    }

    public void Ended(WorkerActivity activity, int stage, int worker, long order, bool completed, TimeSpan now)
    {
        foreach (var timeline in timelines)
        {
            timeline.Ended(activity, stage, worker, order, completed, now);
        }
    }

    public void AwaitsPickUp(TimeSpan now)
    {
        foreach (var timeline in timelines)
        {
            timeline.AwaitsPickUp(now);
        }
    }

    public void Left(Order order)
    {
        foreach (var timeline in timelines)
        {
            timeline.Left(order);
        }
    }

    public void Over(TimeSpan now)
    {
        foreach (var timeline in timelines)
        {
            timeline.Over(now);
        }
    }
}
