using ActorCafe.Shop;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Pictures.Recording;

/// <summary>A worker and the activities that the first orders occupied it with.</summary>
/// <param name="Name">The stage, with the worker's number if there are several.</param>
/// <param name="Spans">In order of time; empty if the worker did nothing for these orders.</param>
public sealed record WorkerLane(string Name, IReadOnlyList<WorkerSpan> Spans)
{
    // Small shops show all workers, large ones those that took part.
    private const int WholeShop = 12;

    /// <summary>The lanes of a shop, in order of stages.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="orders">The number of orders to show.</param>
    public static IReadOnlyList<WorkerLane> Of(RecordedShop shop, int orders = ShopRecording.FirstOrders)
    {
        var spans = shop.Recording.Spans.Where(span => span.Order <= orders).ToLookup(span => (span.Stage, span.Worker));
        var isSmall = shop.Settings.Stages.Sum(stage => stage.Workers) <= WholeShop;
        return [.. shop.Settings.Stages.SelectMany(stage => Workers(stage, isSmall, spans).Select(worker => new WorkerLane(NameOf(stage, worker), [.. spans[(stage.Index, worker)]])))];
    }

    /// <summary>When the last of the shown orders leaves its last worker, since opening.</summary>
    public static TimeSpan EndOf(IEnumerable<WorkerLane> lanes) =>
        lanes.SelectMany(lane => lane.Spans).Where(span => !span.IsDown).Select(span => span.To).DefaultIfEmpty(TimeSpan.Zero).Max();

    private static IEnumerable<int> Workers(StageSettings stage, bool all, ILookup<(int Stage, int Worker), WorkerSpan> spans)
    {
        var seen = spans.Where(lane => lane.Key.Stage == stage.Index && lane.Any(span => !span.IsDown)).Select(lane => lane.Key.Worker);
        return (all ? seen.Union(Enumerable.Range(1, stage.Workers)) : seen).Order();
    }

    private static string NameOf(StageSettings stage, int worker) =>
        stage.Workers == 1 && stage.Schedule.IsEmpty ? stage.Name : $"{stage.Name} {worker}";
}

/// <summary>A time during which an order occupied a worker, or the worker was down.</summary>
/// <param name="Activity">What it was doing.</param>
/// <param name="Stage">The stage's index, from 0.</param>
/// <param name="Worker">The worker's number at the stage, from 1.</param>
/// <param name="Order">The order's number, from 1; 0 if the worker was down.</param>
/// <param name="From">Time since opening.</param>
/// <param name="To">Time since opening.</param>
public sealed record WorkerSpan(WorkerActivity Activity, int Stage, int Worker, long Order, TimeSpan From, TimeSpan To)
{
    /// <summary>Whether the worker was down.</summary>
    public bool IsDown => Order == 0;

    /// <summary>Whether the worker was held without working.</summary>
    public bool IsHeld => Activity is WorkerActivity.Blocked or WorkerActivity.Staying;
}
