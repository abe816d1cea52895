using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ActorCafe.Shop;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Files;

/// <summary>
/// Writes one run as trace events: a complete event for whatever occupied a worker, named by its order, so that viewers give an
/// order one colour on all tracks, one for each repair, and a counter for each level that changes.
/// </summary>
internal sealed class ChromeTraceTimeline : ShopLevels
{
    // Sorts tracks by stage, then by worker number.
    private const int MostWorkers = 1_000_000;

    // Four numbers, and the words between them.
    private const int LongestRest = (4 * Digits.Room) + 100;

    private readonly ChromeTraceFile _file;
    private readonly int _process;
    private readonly ImmutableArray<StageSettings> _shop;
    private readonly WorkerTrack?[][] _workers;
    private readonly List<WorkerTrack> _tracks = [];
    private readonly TraceCounter[] _levels;
    private readonly StageLevels[] _stages;
    private readonly byte[] _now = new byte[Digits.Room];

    public ChromeTraceTimeline(ChromeTraceFile file, int process, ShopSettings shop)
        : base(shop.Stages.Length)
    {
        (_file, _process, _shop) = (file, process, shop.Stages);
        _workers = [.. shop.Stages.Select(stage => new WorkerTrack?[stage.Workers + 1])];
        _stages = [.. Stages];
        _levels =
        [
            new(file, process, "orders in progress", "orders"),
            new(file, process, "workers in service", "workers"),
            new(file, process, "order queue", "customers"),
            new(file, process, "pick-up queue", "customers"),
            .. shop.Stages.Select(stage => new TraceCounter(file, process, $"queue of {stage.Name}", "orders")),
        ];
        Name("process_name", null, shop.Name);
        Sort("process_sort_index", null, process);
        foreach (var stage in shop.Stages)
        {
            for (var worker = 1; worker <= stage.Workers; worker++)
            {
                TrackOf(stage.Index, worker);
            }
        }
    }

    public override void Began(WorkerActivity activity, int stage, int worker, long order, TimeSpan now)
    {
        base.Began(activity, stage, worker, order, now);
        TrackOf(stage, worker).Begin(activity, order, now);
    }

    public override void WorkerDown(int stage, int worker, TimeSpan now)
    {
        base.WorkerDown(stage, worker, now);
        TrackOf(stage, worker).Begin(null, 0, now);
    }

    public override void WorkerUp(int stage, int worker, TimeSpan now)
    {
        base.WorkerUp(stage, worker, now);
        WriteSpan(TrackOf(stage, worker), completed: true, now);
    }

    public override void Ended(WorkerActivity activity, int stage, int worker, long order, bool completed, TimeSpan now)
    {
        base.Ended(activity, stage, worker, order, completed, now);
        WriteSpan(TrackOf(stage, worker), completed, now);
    }

    public override void Over(TimeSpan now)
    {
        base.Over(now);
        foreach (var track in _tracks)
        {
            WriteSpan(track, completed: false, now);
        }
    }

    protected override void GoesOn()
    {
        ReadOnlySpan<byte> now = _now.AsSpan(0, Digits.WriteMicroseconds(Now, _now));
        _levels[0].Write(OrdersInProgress, now);
        _levels[1].Write(InService, now);
        _levels[2].Write(OrderQueue, now);
        _levels[3].Write(PickUpQueue, now);
        for (var stage = 0; stage < _stages.Length; stage++)
        {
            _levels[4 + stage].Write(_stages[stage].Queue, now);
        }
    }

    private static ReadOnlySpan<byte> AfterOrder(WorkerActivity activity) => activity switch
    {
        WorkerActivity.Serving => "\",\"cat\":\"service\",\"ts\":"u8,
        WorkerActivity.HandingOver => "\",\"cat\":\"hand-over\",\"ts\":"u8,
        WorkerActivity.Blocked => "\",\"cat\":\"blocked\",\"ts\":"u8,
        _ => "\",\"cat\":\"staying\",\"ts\":"u8,
    };

    private void WriteSpan(WorkerTrack track, bool completed, TimeSpan now)
    {
        if (!track.IsOccupied)
        {
            return;
        }

        var json = _file.Event(track.Activity is null ? track.DownStart : track.OrderStart, LongestRest);
        if (track.Activity is { } activity)
        {
            json.Append(track.Order);
            json.Append(AfterOrder(activity));
        }

        json.AppendMicroseconds(track.Since);
        json.Append(""","dur":"""u8);
        json.AppendMicroseconds(now - track.Since);
        json.Append(""","args":{"""u8);
        if (track.Activity is not null)
        {
            json.Append("\"order\":"u8);
            json.Append(track.Order);
            json.Append((byte)',');
        }

        json.Append(completed ? "\"completed\":true}}"u8 : "\"completed\":false}}"u8);
        _file.End();
        track.IsOccupied = false;
    }

    private WorkerTrack TrackOf(int stage, int worker)
    {
        ref var tracks = ref _workers[stage];
        if (worker >= tracks.Length)
        {
            Array.Resize(ref tracks, 2 * worker);
        }

        return tracks[worker] ??= Meet(stage, worker);
    }

    private WorkerTrack Meet(int stage, int worker)
    {
        // Track numbers are unique across processes: some viewers identify a track by its number alone.
        var track = new WorkerTrack(_process, (_process * MostWorkers) + _tracks.Count + 1);
        _tracks.Add(track);
        Name("thread_name", track.Number, $"{_shop[stage].Name}-{worker}");
        Sort("thread_sort_index", track.Number, (stage * MostWorkers) + worker);
        return track;
    }

    private void Name(string what, int? track, string name) => Describe(what, track, $"\"name\":\"{JsonEncodedText.Encode(name)}\"");

    private void Sort(string what, int? track, long index) => Describe(what, track, $"\"sort_index\":{index}");

    private void Describe(string what, int? track, string fact)
    {
        var thread = track is null ? "" : $"\"tid\":{track},";
        var json = Encoding.UTF8.GetBytes($$$""",{"ph":"M","pid":{{{_process}}},{{{thread}}}"name":"{{{what}}}","args":{{{{fact}}}}}""");
        _file.Event(json, 0);
        _file.End();
    }

    /// <summary>The track of a worker, and what occupies them.</summary>
    private sealed class WorkerTrack(int process, int number)
    {
        public int Number => number;

        /// <summary>An event for an order, up to its number.</summary>
        public byte[] OrderStart { get; } = Encoding.UTF8.GetBytes($$""",{"ph":"X","pid":{{process}},"tid":{{number}},"name":"order """);

        /// <summary>An event while the worker is down, up to the time.</summary>
        public byte[] DownStart { get; } = Encoding.UTF8.GetBytes($$""",{"ph":"X","pid":{{process}},"tid":{{number}},"name":"down","cat":"down","ts":""");

        public bool IsOccupied { get; set; }

        /// <summary>How the worker spends time on <see cref="Order"/>; null if they are down.</summary>
        public WorkerActivity? Activity { get; private set; }

        public long Order { get; private set; }

        public TimeSpan Since { get; private set; }

        public void Begin(WorkerActivity? activity, long order, TimeSpan now) =>
            (IsOccupied, Activity, Order, Since) = (true, activity, order, now);
    }
}
