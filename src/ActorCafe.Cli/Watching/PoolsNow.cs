using System.Globalization;
using ActorCafe.Shop;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cli.Watching;

/// <summary>What the pools of a shop can do as they are now, and what to try next.</summary>
internal sealed class PoolsNow
{
    private readonly ShopSettings _shop;
    private readonly double? _arrivalsPerHour;
    private readonly BottleneckCapacity? _limit;

    /// <param name="shop">The shop as it opened.</param>
    /// <param name="snapshot">The shop as it is now.</param>
    public PoolsNow(ShopSettings shop, ShopSnapshot snapshot)
    {
        _shop = shop.WithPools(stage => snapshot.Stages[stage.Index].Workers.Length);
        _arrivalsPerHour = IsOver(shop.Customers, snapshot) ? null : 3600 * ArrivalsPerSecond(shop.Customers.Arrivals, snapshot.Moment.Now);
        _limit = BottleneckCapacity.Of(_shop);
    }

    // Where stages hold each other up, only the limit is known.
    private string AtMost => _limit?.WhyLess is null ? "" : "at most ";

    /// <summary>The orders per hour that a stage can serve.</summary>
    public double ServedPerHour(int stage) => ServedPerHour(_shop.Stages[stage], 0);

    /// <summary>Arrivals and capacity, and what was served.</summary>
    /// <param name="recent">The means of the time to say it of; null: no time has passed.</param>
    public string Rates(RecentMeans? recent)
    {
        var arrivals = _arrivalsPerHour is { } rate ? $"{DisplayFormat.Number(rate)} arrive, " : "";
        var capacity = _limit is null ? "no limit" : $"capacity {AtMost}{DisplayFormat.Number(_limit.PerHour)} ({_limit.Stage})";
        var served = recent is null ? "" : $"; {DisplayFormat.Number(recent.ServedPerHour)} served in the last {WatchWindow.Words(recent.Length)}";
        return $"per hour: {arrivals}{capacity}{served}";
    }

    /// <summary>What to try next; null if nothing would change.</summary>
    public WatchHint? Hint()
    {
        // Before the shop opens, nobody is there.
        if (_limit is null || _shop.Stages.All(stage => stage.Workers == 0))
        {
            return null;
        }

        var limiting = _shop.Stages.Single(stage => stage.Name == _limit.Stage);
        if (limiting.Workers == 0)
        {
            return Try($"Nobody works at {limiting.Name} now", limiting, '+');
        }

        if (_arrivalsPerHour is { } arrivals)
        {
            if (arrivals >= _limit.PerHour)
            {
                return Try($"Orders arrive faster than {limiting.Name} can serve them", limiting, '+');
            }

            // The other stages keep up already.
            if (_limit.WhyLess is null && _shop.Stages.FirstOrDefault(stage => stage.Workers > 1 && ServedPerHour(stage, -1) > arrivals) is { } spare)
            {
                return Try($"{spare.Name} would keep up with one worker fewer", spare, '-');
            }
        }

        var more = BottleneckCapacity.Of(_shop.WithWorkers(limiting.Index, limiting.Workers + 1, PoolSchedule.None))!.PerHour;
        return more > _limit.PerHour
            ? Try($"One more worker at {limiting.Name} raises capacity to {AtMost}{DisplayFormat.Number(more)}", limiting, '+')
            : null;
    }

    private static bool IsOver(CustomersSettings customers, ShopSnapshot snapshot) =>
        snapshot.Moment is { Pace: null, IsPaused: false }
        || snapshot.Served + snapshot.Lost + snapshot.InShop >= customers.Orders
        || snapshot.Moment.Now > (customers.Until ?? TimeSpan.MaxValue);

    private static double? ArrivalsPerSecond(ArrivalSettings arrivals, TimeSpan now) => arrivals switch
    {
        ArrivalSettings.Renewal renewal => renewal.Batch / (renewal.Changes.LastOrDefault(change => change.At <= now)?.Mean.TotalSeconds ?? renewal.Gap.Mean),
        ArrivalSettings.Hourly hourly => hourly.RatesPerHour[(int)((long)now.TotalHours % hourly.RatesPerHour.Length)] / 3600,
        _ => null,
    };

    /// <summary>The orders per hour that a stage can serve with more or fewer workers.</summary>
    private double ServedPerHour(StageSettings stage, int change) => OfferedLoad.ServedPerHour(_shop, stage, stage.Workers + change);

    // Only nine stages have a key of their own.
    private static WatchHint Try(string reason, StageSettings stage, char key) =>
        new(reason, stage.Index < 9 ? string.Create(CultureInfo.InvariantCulture, $"{stage.Index + 1}, then {key}") : $"{key} at {stage.Name}");
}

/// <summary>What to try next.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Keys">The keys to press.</param>
internal sealed record WatchHint(string Reason, string Keys)
{
    public string Sentence => $"{Reason}: try {Keys}.";
}
