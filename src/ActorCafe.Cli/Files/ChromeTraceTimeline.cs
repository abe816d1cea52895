using System.Collections.Immutable;
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
    private const string Down = "down";

    private readonly ChromeTraceFile _file;
    private readonly int _process;
    private readonly ImmutableArray<StageSettings> _shop;
    private readonly Dictionary<(int Stage, int Worker), (int Track, TimeSpan Since, string? Category, long? Order)> _workers = [];
    private readonly (string Name, string Unit, Func<ShopLevels, int> Of)[] _levels;
    private readonly int?[] _written;

    public ChromeTraceTimeline(ChromeTraceFile file, int process, ShopSettings shop)
        : base(shop.Stages.Length)
    {
        (_file, _process, _shop) = (file, process, shop.Stages);
        _levels =
        [
            ("orders in progress", "orders", levels => levels.OrdersInProgress),
            ("workers in service", "workers", levels => levels.InService),
            ("order queue", "customers", levels => levels.OrderQueue),
            ("pick-up queue", "customers", levels => levels.PickUpQueue),
            .. shop.Stages.Select(stage => ($"queue of {stage.Name}", "orders", (Func<ShopLevels, int>)(levels => levels.Stages[stage.Index].Queue))),
        ];
        _written = new int?[_levels.Length];
        Name("process_name", null, shop.Name);
        Sort("process_sort_index", null, process);
        foreach (var stage in shop.Stages)
        {
            for (var worker = 1; worker <= stage.Workers; worker++)
            {
                Meet(stage.Index, worker);
            }
        }
    }

    public override void Began(WorkerActivity activity, int stage, int worker, long order, TimeSpan now)
    {
        base.Began(activity, stage, worker, order, now);
        BeginSpan(stage, worker, CategoryOf(activity), order, now);
    }

    public override void WorkerDown(int stage, int worker, TimeSpan now)
    {
        base.WorkerDown(stage, worker, now);
        BeginSpan(stage, worker, Down, null, now);
    }

    public override void WorkerUp(int stage, int worker, TimeSpan now)
    {
        base.WorkerUp(stage, worker, now);
        WriteSpan((stage, worker), completed: true, now);
    }

    public override void Ended(WorkerActivity activity, int stage, int worker, long order, bool completed, TimeSpan now)
    {
        base.Ended(activity, stage, worker, order, completed, now);
        WriteSpan((stage, worker), completed, now);
    }

    public override void Over(TimeSpan now)
    {
        base.Over(now);
        foreach (var worker in _workers.Keys)
        {
            WriteSpan(worker, completed: false, now);
        }
    }

    protected override void GoesOn()
    {
        for (var level = 0; level < _levels.Length; level++)
        {
            var (name, unit, of) = _levels[level];
            if (of(this) is var value && value == _written[level])
            {
                continue;
            }

            _written[level] = value;
            var json = _file.Event("C", _process);
            json.WriteString("name", name);
            json.WriteNumber("ts", Microseconds(Now));
            json.WriteStartObject("args");
            json.WriteNumber(unit, value);
            json.WriteEndObject();
            _file.End();
        }
    }

    private static decimal Microseconds(TimeSpan time) => time.Ticks / (decimal)TimeSpan.TicksPerMicrosecond;

    private static string CategoryOf(WorkerActivity activity) => activity switch
    {
        WorkerActivity.Serving => "service",
        WorkerActivity.HandingOver => "hand-over",
        WorkerActivity.Blocked => "blocked",
        _ => "staying",
    };

    private void BeginSpan(int stage, int worker, string category, long? order, TimeSpan now)
    {
        Meet(stage, worker);
        _workers[(stage, worker)] = (_workers[(stage, worker)].Track, now, category, order);
    }

    private void WriteSpan((int Stage, int Worker) worker, bool completed, TimeSpan now)
    {
        var (track, since, kept, order) = _workers[worker];
        if (kept is not { } category)
        {
            return;
        }

        _workers[worker] = (track, default, null, null);
        var json = _file.Event("X", _process);
        json.WriteNumber("tid", track);
        json.WriteString("name", order is null ? Down : $"order {order}");
        json.WriteString("cat", category);
        json.WriteNumber("ts", Microseconds(since));
        json.WriteNumber("dur", Microseconds(now - since));
        json.WriteStartObject("args");
        if (order is { } number)
        {
            json.WriteNumber("order", number);
        }

        json.WriteBoolean("completed", completed);
        json.WriteEndObject();
        _file.End();
    }

    private void Meet(int stage, int worker)
    {
        // Track numbers are unique across processes: some viewers identify a track by its number alone.
        var track = (_process * MostWorkers) + _workers.Count + 1;
        if (!_workers.TryAdd((stage, worker), (track, default, null, null)))
        {
            return;
        }

        Name("thread_name", track, $"{_shop[stage].Name}-{worker}");
        Sort("thread_sort_index", track, (stage * MostWorkers) + worker);
    }

    private void Name(string what, int? track, string name) => Describe(what, track, json => json.WriteString("name", name));

    private void Sort(string what, int? track, long index) => Describe(what, track, json => json.WriteNumber("sort_index", index));

    private void Describe(string what, int? track, Action<Utf8JsonWriter> write)
    {
        var json = _file.Event("M", _process);
        if (track is { } number)
        {
            json.WriteNumber("tid", number);
        }

        json.WriteString("name", what);
        json.WriteStartObject("args");
        write(json);
        json.WriteEndObject();
        _file.End();
    }
}
