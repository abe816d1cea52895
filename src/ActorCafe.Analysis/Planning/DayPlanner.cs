using System.Collections.Immutable;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Planning;

/// <summary>
/// Plans a staff schedule for customers who come by the hour: first each hour as if its rate lasted for ever, then the whole day as it
/// is played, with a worker more where the load is highest until the targets are met, and one fewer wherever they still are.
/// </summary>
internal sealed class DayPlanner(PlanRequest request, ArrivalSettings.Hourly hourly)
{
    private const int MostHours = 7 * 24;
    private const int MostRaises = 50;
    private readonly Trials _trials = new(request);
    private readonly int _cycle = hourly.RatesPerHour.Length;
    private int _tried;
    private int _ruledOut;

    public async Task<ShopPlan> PlanAsync()
    {
        var day = new ImmutableArray<int>[_cycle];
        var byRate = new Dictionary<double, ImmutableArray<int>>();
        for (var hour = 0; hour < _cycle; hour++)
        {
            var rate = hourly.RatesPerHour[hour];
            if (!byRate.TryGetValue(rate, out var workers))
            {
                var plan = rate == 0 ? null : await PlanForAsync(rate).ConfigureAwait(false);
                if (plan is { Chosen: null })
                {
                    return plan with { Request = request };
                }

                byRate[rate] = workers = plan?.Chosen!.Workers ?? [.. request.Shop.Stages.Select(_ => 1)];
            }

            day[hour] = workers;
        }

        var trial = await RaiseAsync(day).ConfigureAwait(false);
        if (!trial.Meets(request.Confidence))
        {
            return Plan(day, null) with { Beyond = trial };
        }

        return Plan(day, await LowerAsync(day, trial).ConfigureAwait(false));
    }

    private ShopPlan Plan(ImmutableArray<int>[] day, Trial? chosen) => new()
    {
        Request = request,
        Chosen = chosen,
        Tried = _tried + _trials.Count,
        RuledOut = _ruledOut,
        Staff = [.. request.Shop.Stages.Select(stage => new StaffSchedule(stage.Name, [.. day.Select(hour => hour[stage.Index])], day[0][stage.Index], Changes(day, stage.Index)))],
    };

    /// <summary>Pools for one hour's rate, by the long run.</summary>
    private async Task<ShopPlan> PlanForAsync(double rate)
    {
        var shop = request.Shop with
        {
            Customers = request.Shop.Customers with { Arrivals = new ArrivalSettings.Renewal(new Exponential(3600 / rate), 1), Orders = null, Until = null, StopAt = null },
            Statistics = request.Shop.Statistics with { WarmUp = 0 },
        };
        var plan = await new PoolSearch(request with { Shop = SteadyStream.Lengthen(shop) }).PlanAsync().ConfigureAwait(false);
        _tried += plan.Tried;
        _ruledOut += plan.RuledOut;
        return plan;
    }

    private async Task<Trial> RaiseAsync(ImmutableArray<int>[] day)
    {
        var trial = await PlayAsync(day).ConfigureAwait(false);
        for (var raised = 0; raised < MostRaises && !trial.Meets(request.Confidence); raised++)
        {
            var (hour, stage) = Places(day).MaxBy(place => Load(day, place.Hour, place.Stage));
            day[hour] = day[hour].SetItem(stage, day[hour][stage] + 1);
            trial = await PlayAsync(day).ConfigureAwait(false);
        }

        return trial;
    }

    private async Task<Trial> LowerAsync(ImmutableArray<int>[] day, Trial trial)
    {
        foreach (var (hour, stage) in Places(day).OrderByDescending(place => request.CostPerHour[place.Stage]).ThenBy(place => Load(day, place.Hour, place.Stage)).ToList())
        {
            if (day[hour][stage] == 1)
            {
                continue;
            }

            var before = day[hour];
            day[hour] = before.SetItem(stage, before[stage] - 1);
            var lower = await PlayAsync(day).ConfigureAwait(false);
            if (lower.Meets(request.Confidence))
            {
                trial = lower;
            }
            else
            {
                day[hour] = before;
            }
        }

        return trial;
    }

    private Task<Trial> PlayAsync(ImmutableArray<int>[] day)
    {
        var shop = request.Shop.Stages.Aggregate(request.Shop, (changed, stage) => changed.WithWorkers(stage.Index, day[0][stage.Index], Changes(day, stage.Index)));
        var cost = day.Average(hour => hour.Zip(request.CostPerHour, (count, each) => count * each).Sum());
        ImmutableArray<int> largest = [.. request.Shop.Stages.Select(stage => day.Max(hour => hour[stage.Index]))];
        return _trials.PlayAsync(string.Join(';', day.Select(hour => string.Join(' ', hour))), shop, largest, cost);
    }

    private ImmutableArray<PoolChange> Changes(ImmutableArray<int>[] day, int stage) =>
    [
        .. Enumerable.Range(1, Hours - 1)
            .Where(hour => day[hour % _cycle][stage] != day[(hour - 1) % _cycle][stage])
            .Select(hour => new PoolChange(TimeSpan.FromHours(hour), day[hour % _cycle][stage])),
    ];

    // The rates repeat, and so must the schedule, for as long as customers come.
    private int Hours
    {
        get
        {
            var customers = request.Shop.Customers;
            var byOrders = customers.Orders / hourly.RatesPerHour.Average();
            var hours = new[] { customers.Until?.TotalHours, customers.StopAt?.TotalHours, byOrders }.Min() ?? _cycle;
            return (int)Math.Clamp(Math.Ceiling(hours), _cycle, MostHours);
        }
    }

    private double Load(ImmutableArray<int>[] day, int hour, int stage) => hourly.RatesPerHour[hour] * Demands[stage] / day[hour][stage];

    private ImmutableArray<double> Demands { get; } = [.. new Prediction.ShopWork(request.Shop).Stages.Select(stage => stage.Demand)];

    private static IEnumerable<(int Hour, int Stage)> Places(ImmutableArray<int>[] day) =>
        day.Index().SelectMany(hour => hour.Item.Select((_, stage) => (hour.Index, stage)));
}
