using ActorCafe.Shop.Settings;

namespace ActorCafe.Pictures.Recording;

/// <summary>A worker and what the first orders kept it with.</summary>
/// <param name="Name">The stage, and the worker's number where there are several.</param>
/// <param name="Spans">In order of time; none: the worker has nothing to do with these orders.</param>
public sealed record Lane(string Name, IReadOnlyList<WorkerSpan> Spans)
{
    // A small shop is shown whole; of a large one those who have a part.
    private const int WholeShop = 12;

    /// <summary>The lanes of a shop, its stages in their order.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="orders">How many orders, from the first, are shown.</param>
    public static IReadOnlyList<Lane> Of(RecordedShop shop, int orders = ShopRecording.FirstOrders)
    {
        var spans = shop.Recording.Spans.Where(span => span.Order <= orders).ToLookup(span => (span.Stage, span.Worker));
        var isSmall = shop.Settings.Stages.Sum(stage => stage.Workers) <= WholeShop;
        return [.. shop.Settings.Stages.SelectMany(stage => Workers(stage, isSmall, spans).Select(worker => new Lane(NameOf(stage, worker), [.. spans[(stage.Index, worker)]])))];
    }

    /// <summary>When the last of the shown orders leaves its last worker, since opening.</summary>
    public static TimeSpan EndOf(IEnumerable<Lane> lanes) =>
        lanes.SelectMany(lane => lane.Spans).Select(span => span.To).DefaultIfEmpty(TimeSpan.Zero).Max();

    private static IEnumerable<int> Workers(StageSettings stage, bool all, ILookup<(int Stage, int Worker), WorkerSpan> spans)
    {
        var seen = spans.Where(lane => lane.Key.Stage == stage.Index).Select(lane => lane.Key.Worker);
        return (all ? seen.Union(Enumerable.Range(1, stage.Workers)) : seen).Order();
    }

    private static string NameOf(StageSettings stage, int worker) =>
        stage.Workers == 1 && stage.Schedule.IsEmpty ? stage.Name : $"{stage.Name} {worker}";
}
