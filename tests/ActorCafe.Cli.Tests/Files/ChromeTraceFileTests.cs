using System.Globalization;
using System.Text.Json;
using ActorCafe.Cli.Files;
using ActorCafe.Shop;
using NJsonSchema;

namespace ActorCafe.Cli.Tests.Files;

/// <summary>The trace events of a run, validated against their schema and the rows of its orders.</summary>
public sealed class ChromeTraceFileTests
{
    [Theory]
    [MemberData(nameof(RecordedShops.Names), MemberType = typeof(RecordedShops))]
    public async Task A_trace_keeps_to_the_format(string shop)
    {
        using var recording = await RecordedOutputs.OfAsync(RecordedShops.Load(shop));
        (await SchemaAsync()).Validate(recording.TraceText).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(RecordedShops.Names), MemberType = typeof(RecordedShops))]
    public async Task The_last_service_of_each_order_at_each_stage_is_that_of_its_row(string shop)
    {
        using var recording = await RecordedOutputs.OfAsync(RecordedShops.Load(shop));
        var spans = Spans(recording.TraceText);
        var last = spans.Where(span => span.Kind == "service" && span.Completed)
            .GroupBy(span => (span.Order, Stage: span.Worker[..span.Worker.LastIndexOf('-')]))
            .ToDictionary(group => group.Key, group => group.MaxBy(span => span.From)!);
        foreach (var row in recording.Orders)
        {
            foreach (var stage in recording.Shop.Settings.Stages)
            {
                var key = (long.Parse(row["order"], CultureInfo.InvariantCulture), stage.Name);
                if (row[$"{stage.Name}.finished"].Length == 0)
                {
                    continue;
                }

                last.Remove(key, out var span).ShouldBeTrue($"order {key}");
                (span!.Worker, span.From, span.To).ShouldBe(
                    (row[$"{stage.Name}.worker"], Seconds(row[$"{stage.Name}.started"]), Seconds(row[$"{stage.Name}.finished"])));
            }
        }

        // Only a remake interrupted on its way back has no row.
        last.Keys.ShouldBeSubsetOf(recording.Orders.Where(row => row["outcome"] == "unserved")
            .SelectMany(row => recording.Shop.Settings.Stages, (row, stage) => (long.Parse(row["order"], CultureInfo.InvariantCulture), stage.Name)));
    }

    [Theory]
    [MemberData(nameof(RecordedShops.Names), MemberType = typeof(RecordedShops))]
    public async Task A_worker_does_one_thing_at_a_time(string shop)
    {
        using var recording = await RecordedOutputs.OfAsync(RecordedShops.Load(shop));
        foreach (var track in Spans(recording.TraceText).GroupBy(span => span.Worker))
        {
            var ordered = track.OrderBy(span => span.From).ThenBy(span => span.To).ToList();
            ordered.Zip(ordered.Skip(1)).ShouldAllBe(pair => pair.First.To <= pair.Second.From, track.Key);
        }
    }

    [Theory]
    [MemberData(nameof(RecordedShops.Names), MemberType = typeof(RecordedShops))]
    public async Task What_kept_the_workers_adds_up_to_the_shares_of_the_result(string shop)
    {
        using var recording = await RecordedOutputs.OfAsync(RecordedShops.Load(shop));
        var spans = Spans(recording.TraceText);
        var series = recording.Series;
        foreach (var stage in recording.Result.Stages)
        {
            var staffed = series.Zip(series.Skip(1)).Sum(pair =>
                (Seconds(pair.Second["time"]) - Seconds(pair.First["time"])) * decimal.Parse(pair.First[$"{stage.Name}.workers"], CultureInfo.InvariantCulture));
            Share("service").ShouldBe(stage.Utilisation!.Value, 1e-9);
            Share("hand-over").ShouldBe(stage.HandOver!.Value, 1e-9);
            (Share("blocked") + Share("staying")).ShouldBe(stage.Blocked!.Value, 1e-9);

            double Share(string kind) => (double)(spans.Where(span => span.Kind == kind && span.Worker[..span.Worker.LastIndexOf('-')] == stage.Name)
                .Sum(span => span.To - span.From) / staffed);
        }
    }

    [Fact]
    public async Task An_order_in_service_when_the_run_is_cut_off_is_not_completed()
    {
        using var recording = await RecordedOutputs.OfAsync(RecordedShops.Load("cut off"));
        var cut = Spans(recording.TraceText).Where(span => !span.Completed).ToList();
        cut.ShouldNotBeEmpty();
        cut.ShouldAllBe(span => span.To == 1800);
    }

    [Fact]
    public async Task Counters_are_the_levels_of_the_series()
    {
        using var recording = await RecordedOutputs.OfAsync(RecordedShops.Load("blocking after service"));
        var counters = Events(recording.TraceText).Where(e => e.GetProperty("ph").GetString() == "C").ToLookup(
            e => e.GetProperty("name").GetString()!,
            e => (At: e.GetProperty("ts").GetDecimal() / 1_000_000, Value: e.GetProperty("args").EnumerateObject().Single().Value.GetInt32()));
        foreach (var (counter, column) in ((string, string)[])[("orders in progress", "concurrency"), ("workers in service", "parallelism"),
            ("order queue", "orderQueue"), ("pick-up queue", "pickUpQueue"), ("queue of grinder", "grinder.queue")])
        {
            var changes = new List<(decimal, int)>();
            foreach (var row in recording.Series)
            {
                var value = int.Parse(row[column], CultureInfo.InvariantCulture);
                if (changes.Count == 0 || changes[^1].Item2 != value)
                {
                    changes.Add((Seconds(row["time"]), value));
                }
            }

            counters[counter].ShouldBe(changes, counter);
        }
    }

    [Fact]
    public void A_level_of_any_height_is_written()
    {
        using var folder = new TempFolder();
        using (var file = OutputFile.Open("--trace", folder.File("trace.json")))
        {
            var trace = new ChromeTraceFile(file);
            var timeline = trace.Begin(SampleData.Shop());
            for (var order = 1; order <= 1000; order++)
            {
                timeline.JoinedQueue(0, order, TimeSpan.FromSeconds(order));
            }

            timeline.Over(TimeSpan.FromSeconds(1001));
            trace.Finish();
        }

        Events(File.ReadAllText(folder.File("trace.json"))).Where(e => e.GetProperty("name").GetString() == "queue of waiter")
            .Select(e => e.GetProperty("args").GetProperty("orders").GetInt32()).ShouldBe(Enumerable.Range(1, 1000));
    }

    [Fact]
    public async Task Of_several_replications_the_first_is_traced()
    {
        using var one = await RecordedOutputs.OfAsync(RecordedShops.Load("blocking after service"));
        using var three = await RecordedOutputs.OfAsync(RecordedShops.Load("blocking after service"), replications: 3);
        three.TraceText.ShouldBe(one.TraceText);
        three.Series.Count.ShouldBe(one.Series.Count);
    }

    [Fact]
    public void An_order_costs_no_garbage()
    {
        using var folder = new TempFolder();
        using var file = OutputFile.Open("--trace", folder.File("trace.json"));
        var timeline = new ChromeTraceFile(file).Begin(SampleData.Shop());
        Serve(1);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Serve(1001);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1000);

        void Serve(long first)
        {
            for (var order = first; order < first + 1000; order++)
            {
                var now = TimeSpan.FromTicks(order * 123_456);
                timeline.JoinedQueue(0, order, now);
                timeline.LeftQueue(0, order, now.Add(TimeSpan.FromTicks(3)));
                timeline.Began(WorkerActivity.Serving, 0, 1, order, now.Add(TimeSpan.FromTicks(3)));
                timeline.Ended(WorkerActivity.Serving, 0, 1, order, completed: true, now.Add(TimeSpan.FromTicks(40)));
            }
        }
    }

    private static async Task<JsonSchema> SchemaAsync()
    {
        await using var schema = typeof(ChromeTraceFileTests).Assembly.GetManifestResourceStream("trace-events.schema.json")!;
        using var reader = new StreamReader(schema);
        return await JsonSchema.FromJsonAsync(await reader.ReadToEndAsync());
    }

    private static List<JsonElement> Events(string trace) => [.. JsonDocument.Parse(trace).RootElement.GetProperty("traceEvents").EnumerateArray()];

    private static List<Span> Spans(string trace)
    {
        var events = Events(trace);
        var workers = events.Where(e => e.GetProperty("name").GetString() == "thread_name")
            .ToDictionary(e => e.GetProperty("tid").GetInt32(), e => e.GetProperty("args").GetProperty("name").GetString()!);
        return [.. events.Where(e => e.GetProperty("ph").GetString() == "X").Select(e => new Span(
            workers[e.GetProperty("tid").GetInt32()],
            e.GetProperty("cat").GetString()!,
            e.GetProperty("args").GetProperty("order").GetInt64(),
            e.GetProperty("args").GetProperty("completed").GetBoolean(),
            e.GetProperty("ts").GetDecimal() / 1_000_000,
            (e.GetProperty("ts").GetDecimal() + e.GetProperty("dur").GetDecimal()) / 1_000_000))];
    }

    private static decimal Seconds(string cell) => decimal.Parse(cell, CultureInfo.InvariantCulture);

    private sealed record Span(string Worker, string Kind, long Order, bool Completed, decimal From, decimal To);
}
