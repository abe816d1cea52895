using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using ActorCafe.Cluster.Front;
using ActorCafe.OrderBook;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cluster.Telemetry;

/// <summary>The telemetry of a front: traces of its orders, and metrics of its book, stages and machines. Created only if configured.</summary>
internal sealed class FrontTelemetry : IDisposable
{
    private readonly Meter _meter = new(CafeTelemetry.Name);
    private readonly ImmutableArray<(StageGauges Levels, KeyValuePair<string, object?> Tag)> _stages;
    private readonly Histogram<double> _responseTime;

    public FrontTelemetry(ShopSettings shop, IOrderBook book, MachineRegistry machines)
    {
        _stages = [.. shop.Stages.Select(stage => (new StageGauges(), KeyValuePair.Create<string, object?>("cafe.stage", stage.Name)))];
        _responseTime = _meter.CreateHistogram<double>("cafe.order.response_time", "s", "From entering the shop to being served, shop time");
        Observe(book);
        ObserveStages();
        _meter.CreateObservableGauge("cafe.machines.up", () => machines.Count, "{machine}", "Coffee machines that are on a node");
    }

    public OrderTraces Traces { get; } = new();

    public StageGauges LevelsOf(int stage) => _stages[stage].Levels;

    public void Served(TimeSpan responseTime) => _responseTime.Record(responseTime.TotalSeconds);

    public void Dispose() => _meter.Dispose();

    /// <summary>Counts over the whole book, so that a restarted front continues the counters of the previous one.</summary>
    private void Observe(IOrderBook book)
    {
        Count("accepted", totals => totals.Accepted, "Orders in the book");
        Count("served", totals => totals.Served, "Orders that were served");
        Count("turned_away", totals => totals.TurnedAway, "Orders that ended unserved");
        Count("repeated", totals => totals.DuplicatesSuppressed, "Answers about an order that came once more and were dropped");
        _meter.CreateObservableUpDownCounter("cafe.orders.pending", () => book.Totals.Pending, "{order}", "Orders that have not ended");
        if (book is DurableOrderBook durable)
        {
            _meter.CreateObservableCounter("cafe.book.commits", () => durable.Commits, "{commit}", "Transactions synced to the disk by this process");
        }

        void Count(string name, Func<BookTotals, long> total, string description) =>
            _meter.CreateObservableCounter($"cafe.orders.{name}", () => total(book.Totals), "{order}", description);
    }

    private void ObserveStages()
    {
        Gauge("queue", levels => levels.Queue, "{order}", "Orders that wait");
        Gauge("busy", levels => levels.Busy, "{worker}", "Workers that serve");
        Gauge("workers", levels => levels.Workers, "{worker}", "Workers that are there");

        void Gauge(string name, Func<StageGauges, int> level, string unit, string description) =>
            _meter.CreateObservableGauge($"cafe.stage.{name}", () => _stages.Select(stage => new Measurement<int>(level(stage.Levels), stage.Tag)), unit, description);
    }
}
