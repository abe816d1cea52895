using System.Collections.Immutable;
using ActorCafe.Analysis.Prediction;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Planning;

/// <summary>
/// Plans a staff schedule for arrival rates that change by the hour. It staffs each hour from opening on as if its rate lasted for ever, then simulates
/// the whole day: it adds a worker where the load is highest until the targets are met, then removes one wherever they stay met.
/// </summary>
internal sealed class ScheduleSearch(PlanRequest request, ArrivalSettings.Hourly hourly)
{
    private const int MostHours = 7 * 24;
    private const int MostRaises = 50;
    private readonly StaffingSimulator _simulator = new(request);
    private readonly int _cycle = hourly.RatesPerHour.Length;
    private int _simulated;
    private int _excluded;

    public async Task<ShopPlan> PlanAsync()
    {
        var day = new ImmutableArray<int>[_cycle];
        var byRate = new Dictionary<double, ImmutableArray<int>>();
        Array.Fill(day, [.. request.Shop.Stages.Select(_ => 0)]);
        foreach (var hour in OpenHours.Select(hour => hour % _cycle))
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

        var staffing = await RaiseAsync(day).ConfigureAwait(false);
        if (!staffing.Meets(request.Confidence))
        {
            return Plan(day, null) with { Largest = staffing };
        }

        return Plan(day, await LowerAsync(day, staffing).ConfigureAwait(false));
    }

    private ShopPlan Plan(ImmutableArray<int>[] day, Staffing? chosen) => new()
    {
        Request = request,
        Chosen = chosen,
        Simulated = _simulated + _simulator.Count,
        Excluded = _excluded,
        Staff = [.. request.Shop.Stages.Select(stage => new StaffSchedule(stage.Name, [.. day.Select(hour => hour[stage.Index])], day[OpenHours[0] % _cycle][stage.Index], Changes(day, stage.Index)))],
    };

    /// <summary>Plans a staffing for a constant rate per hour.</summary>
    private async Task<ShopPlan> PlanForAsync(double rate)
    {
        var shop = request.Shop with
        {
            Customers = request.Shop.Customers with { Arrivals = new ArrivalSettings.Renewal(new Exponential(3600 / rate), 1), Orders = null, Until = null, StopAt = null },
            Statistics = request.Shop.Statistics with { WarmUp = WarmUp.None },
        };
        var plan = await new StaffingSearch(request with { Shop = Planner.ForLongRun(shop) }).PlanAsync().ConfigureAwait(false);
        _simulated += plan.Simulated;
        _excluded += plan.Excluded;
        return plan;
    }

    private async Task<Staffing> RaiseAsync(ImmutableArray<int>[] day)
    {
        var staffing = await SimulateAsync(day).ConfigureAwait(false);
        for (var raised = 0; raised < MostRaises && !staffing.Meets(request.Confidence); raised++)
        {
            var (hour, stage) = Places(day).MaxBy(place => Load(day, place.Hour, place.Stage));
            day[hour] = day[hour].SetItem(stage, day[hour][stage] + 1);
            staffing = await SimulateAsync(day).ConfigureAwait(false);
        }

        return staffing;
    }

    private async Task<Staffing> LowerAsync(ImmutableArray<int>[] day, Staffing staffing)
    {
        foreach (var (hour, stage) in Places(day).OrderByDescending(place => request.CostPerHour[place.Stage]).ThenBy(place => Load(day, place.Hour, place.Stage)).ToList())
        {
            if (day[hour][stage] == 1)
            {
                continue;
            }

            var before = day[hour];
            day[hour] = before.SetItem(stage, before[stage] - 1);
            var lower = await SimulateAsync(day).ConfigureAwait(false);
            if (lower.Meets(request.Confidence))
            {
                staffing = lower;
            }
            else
            {
                day[hour] = before;
            }
        }

        return staffing;
    }

    private Task<Staffing> SimulateAsync(ImmutableArray<int>[] day)
    {
        var shop = request.Shop.Stages.Aggregate(request.Shop, (changed, stage) => changed.WithWorkers(stage.Index, day[OpenHours[0] % _cycle][stage.Index], new PoolSchedule(Changes(day, stage.Index))));
        ImmutableArray<int> largest = [.. request.Shop.Stages.Select(stage => day.Max(hour => hour[stage.Index]))];
        return _simulator.SimulateAsync(string.Join(';', day.Select(hour => string.Join(' ', hour))), shop, largest, CostPerHour(day));
    }

    private ImmutableArray<PoolChange> Changes(ImmutableArray<int>[] day, int stage) =>
    [
        .. OpenHours.Skip(1)
            .Where(hour => day[hour % _cycle][stage] != day[(hour - 1) % _cycle][stage])
            .Select(hour => new PoolChange(TimeSpan.FromHours(hour), day[hour % _cycle][stage])),
    ];

    /// <summary>The mean over the time that the shop is open, of which the first and last hour may hold only a part.</summary>
    private double CostPerHour(ImmutableArray<int>[] day)
    {
        var (opening, closing) = (request.Shop.Customers.OpensAt.TotalHours, Closing(request.Shop.Customers) ?? double.MaxValue);
        var open = OpenHours.Select(hour => (Workers: day[hour % _cycle], Length: Math.Min(hour + 1, closing) - Math.Max(hour, opening))).ToList();
        return open.Sum(hour => hour.Length * hour.Workers.Zip(request.CostPerHour, (count, each) => count * each).Sum()) / open.Sum(hour => hour.Length);
    }

    /// <summary>The hours of the shop's clock from opening on. The rates repeat, and the schedule repeats with them for as long as customers arrive.</summary>
    private ImmutableArray<int> OpenHours { get; } = HoursOf(request.Shop.Customers, hourly);

    private static ImmutableArray<int> HoursOf(CustomersSettings customers, ArrivalSettings.Hourly hourly)
    {
        var first = (int)customers.OpensAt.TotalHours;
        var count = Closing(customers) is { } closing
            ? Math.Ceiling(closing) - first
            : Math.Max(hourly.RatesPerHour.Length, Math.Ceiling((customers.Orders ?? 0) / hourly.RatesPerHour.Average()));
        return [.. Enumerable.Range(first, (int)Math.Min(count, MostHours))];
    }

    // In hours of the shop's clock; null if only the number of orders ends the day.
    private static double? Closing(CustomersSettings customers) => new[] { customers.Until?.TotalHours, customers.StopAt?.TotalHours }.Min();

    private double Load(ImmutableArray<int>[] day, int hour, int stage) => hourly.RatesPerHour[hour] * Demands[stage] / day[hour][stage];

    private ImmutableArray<double> Demands { get; } = [.. new QueueingNetwork(request.Shop).Stages.Select(stage => stage.WorkPerOrder)];

    private IEnumerable<(int Hour, int Stage)> Places(ImmutableArray<int>[] day) =>
        OpenHours.Select(hour => hour % _cycle).Distinct().SelectMany(hour => day[hour].Select((_, stage) => (hour, stage)));
}
