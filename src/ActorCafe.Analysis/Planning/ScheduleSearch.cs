using System.Collections.Immutable;
using ActorCafe.Analysis.Prediction;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Planning;

/// <summary>
/// Plans a staff schedule by the hour. It staffs each hour by its arrival rate, then simulates the whole day: it adds a worker where the load is highest until
/// the targets are met, then removes one wherever they stay met. With a shortest shift, it covers that staffing with shifts, then removes what can be left out of
/// them.
/// </summary>
internal sealed class ScheduleSearch
{
    private const int MostRaises = 50;

    // Customers of recorded days may come together, however few they are.
    private const int MostAtOnce = 10;

    private readonly PlanRequest _request;
    private readonly PlannedHours _hours;
    private readonly PlanProgress _progress;
    private readonly StaffingSimulator _simulator;
    private readonly ImmutableArray<double> _demands;
    private int _simulated;
    private int _excluded;

    public ScheduleSearch(PlanRequest request, PlannedHours hours)
    {
        _request = request;
        _hours = hours;
        _progress = new PlanProgress(request.Progress);
        _simulator = new StaffingSimulator(request, _progress);
        _demands = [.. new QueueingNetwork(request.Shop).Stages.Select(stage => stage.WorkPerOrder)];
    }

    public async Task<ShopPlan> PlanAsync()
    {
        var day = new ImmutableArray<int>[_hours.Cycle];
        Array.Fill(day, [.. _request.Shop.Stages.Select(_ => 0)]);
        if (await StartAsync(day).ConfigureAwait(false) is { } unreachable)
        {
            return unreachable;
        }

        var staffing = await RaiseAsync(day).ConfigureAwait(false);
        if (!staffing.Meets(_request.Confidence))
        {
            return Plan(day, staffing);
        }

        staffing = await LowerAsync(day, staffing, ShiftsOf(TimeSpan.Zero)).ConfigureAwait(false);
        var shifts = ShiftsOf(_request.ShortestShift);
        if (!shifts.IsEmpty)
        {
            Cover(day, shifts);
            staffing = await LowerAsync(day, await SimulateAsync(day).ConfigureAwait(false), shifts).ConfigureAwait(false);
        }

        return Plan(day, staffing);
    }

    /// <summary>Staffs each hour by its rate. Returns a plan without a staffing if no number of workers would do.</summary>
    private Task<ShopPlan?> StartAsync(ImmutableArray<int>[] day) => _request.Days.IsEmpty ? StartByRateAsync(day) : StartByLoadAsync(day);

    /// <summary>Staffs each hour as if its rate lasted for ever.</summary>
    private async Task<ShopPlan?> StartByRateAsync(ImmutableArray<int>[] day)
    {
        var byRate = new Dictionary<double, ImmutableArray<int>>();
        foreach (var hour in _hours.OfCycle)
        {
            var rate = _hours.CustomersPerHour[hour];
            if (!byRate.TryGetValue(rate, out var workers))
            {
                var plan = rate == 0 ? null : await PlanForAsync(rate).ConfigureAwait(false);
                if (plan is { Chosen: null })
                {
                    return plan with { Request = _request };
                }

                byRate[rate] = workers = plan?.Chosen!.Workers ?? [.. _request.Shop.Stages.Select(_ => 1)];
            }

            day[hour] = workers;
        }

        return null;
    }

    /// <summary>
    /// Staffs each hour with the offered load and half its square root (square-root staffing; Halfin and Whitt, Operations Research 29, 1981), if some number of
    /// workers would do.
    /// </summary>
    private async Task<ShopPlan?> StartByLoadAsync(ImmutableArray<int>[] day)
    {
        Fill(load => (2 * load) + MostAtOnce);
        var plenty = await SimulateAsync(day).ConfigureAwait(false);
        if (!plenty.Meets(_request.Confidence))
        {
            return Plan(day, plenty);
        }

        Fill(load => load + (0.5 * Math.Sqrt(load)));
        return null;

        void Fill(Func<double, double> workers)
        {
            foreach (var hour in _hours.OfCycle)
            {
                day[hour] = [.. _demands.Select(demand => Math.Max(1, (int)Math.Ceiling(workers(_hours.CustomersPerHour[hour] / 3600 * demand))))];
            }
        }
    }

    /// <summary>Plans a staffing for a constant rate per hour.</summary>
    private async Task<ShopPlan> PlanForAsync(double rate)
    {
        var shop = _request.Shop with
        {
            Customers = _request.Shop.Customers with { Arrivals = new ArrivalSettings.Renewal(new Exponential(3600 / rate), 1), Orders = null, Until = null, StopAt = null },
            Statistics = _request.Shop.Statistics with { WarmUp = WarmUp.None },
        };
        var plan = await new StaffingSearch(_request with { Shop = Planner.ForLongRun(shop) }, _progress).FindAsync().ConfigureAwait(false);
        _simulated += plan.Simulated;
        _excluded += plan.Excluded;
        return plan;
    }

    private async Task<Staffing> RaiseAsync(ImmutableArray<int>[] day)
    {
        _progress.Expect(Places(day).Count());
        var staffing = await SimulateAsync(day).ConfigureAwait(false);
        for (var raised = 0; raised < MostRaises && !staffing.Meets(_request.Confidence); raised++)
        {
            var (hour, stage) = Places(day).MaxBy(place => Load(day, place.Hour, place.Stage));
            Change(day, stage, [hour], 1);
            staffing = await SimulateAsync(day).ConfigureAwait(false);
        }

        return staffing;
    }

    /// <summary>Gives each stage the fewest hours of work in shifts that have everybody whom an hour needs.</summary>
    private void Cover(ImmutableArray<int>[] day, ShiftRule shifts)
    {
        foreach (var stage in _request.Shop.Stages)
        {
            var need = WorkersOf(day, stage.Index);
            // The hours of a cycle that repeats are those of one shift only if all are alike.
            var cover = _hours.Open.Length > _hours.Cycle ? Enumerable.Repeat(need.Max(), need.Length).ToArray() : ShiftCover.Of(shifts, need);
            foreach (var (hour, workers) in _hours.Open.Zip(cover))
            {
                day[hour % _hours.Cycle] = day[hour % _hours.Cycle].SetItem(stage.Index, workers);
            }
        }
    }

    /// <summary>Removes a worker wherever the targets stay met and the rest can be worked in shifts, until there is no such place.</summary>
    /// <remarks>What did not do once is not tried again, with these hours or with more: fewer workers elsewhere make it no better.</remarks>
    private async Task<Staffing> LowerAsync(ImmutableArray<int>[] day, Staffing staffing, ShiftRule shifts)
    {
        var failed = _request.Shop.Stages.Select(_ => new List<int[]>()).ToArray();
        bool lowered;
        do
        {
            lowered = false;
            var places = Places(day).OrderByDescending(place => _request.CostPerHour[place.Stage]).ThenBy(place => Load(day, place.Hour, place.Stage)).ToList();
            foreach (var (tried, (hour, stage)) in places.Index())
            {
                _progress.Expect(places.Count - tried);
                foreach (var hours in HoursAround(hour, shifts).Where(hours => !failed[stage].Exists(fewer => fewer.All(hours.Contains))))
                {
                    if (await WithoutAsync(day, stage, hours, shifts).ConfigureAwait(false) is not { } lower)
                    {
                        continue;
                    }

                    if (lower.Meets(_request.Confidence))
                    {
                        (staffing, lowered) = (lower, true);
                        break;
                    }

                    Change(day, stage, hours, 1);
                    failed[stage].Add(hours);
                }
            }
        }
        while (lowered);
        return staffing;
    }

    /// <summary>Removes a worker in some hours and simulates the day; null, and no change, if nobody would be left or the rest cannot be worked in shifts.</summary>
    private async Task<Staffing?> WithoutAsync(ImmutableArray<int>[] day, int stage, int[] hours, ShiftRule shifts)
    {
        if (hours.Any(hour => day[hour][stage] == 1))
        {
            return null;
        }

        Change(day, stage, hours, -1);
        if (shifts.Allows(WorkersOf(day, stage)))
        {
            return await SimulateAsync(day).ConfigureAwait(false);
        }

        Change(day, stage, hours, 1);
        return null;
    }

    /// <summary>
    /// The sets of successive hours around one, smaller ones first. A shift can lose hours at its ends until it is as short as it may be, then all of them, so
    /// none is longer than a shortest shift begun and ended within an hour.
    /// </summary>
    private IEnumerable<int[]> HoursAround(int hour, ShiftRule shifts) => shifts.IsEmpty ? [[hour]] :
        from count in Enumerable.Range(1, Math.Min(_hours.Open.Length, (int)Math.Ceiling(_request.ShortestShift.TotalHours) + 1))
        from first in Enumerable.Range(0, _hours.Open.Length - count + 1)
        let hours = _hours.Open.Skip(first).Take(count).Select(open => open % _hours.Cycle).Distinct().ToArray()
        where hours.Contains(hour)
        select hours;

    private Task<Staffing> SimulateAsync(ImmutableArray<int>[] day)
    {
        var shop = _request.Shop.Stages.Aggregate(_request.Shop, (changed, stage) => changed.WithWorkers(stage.Index, day[_hours.Open[0] % _hours.Cycle][stage.Index], new PoolSchedule(_hours.Changes(day, stage.Index))));
        ImmutableArray<int> largest = [.. _request.Shop.Stages.Select(stage => day.Max(hour => hour[stage.Index]))];
        return _simulator.SimulateAsync(string.Join(';', day.Select(hour => string.Join(' ', hour))), shop, largest, _hours.CostPerHour(day, _request.CostPerHour));
    }

    /// <summary>The plan of the staffing that was simulated last, which is chosen if it meets the targets.</summary>
    private ShopPlan Plan(ImmutableArray<int>[] day, Staffing last) => new()
    {
        Request = _request,
        Chosen = last.Meets(_request.Confidence) ? last : null,
        Largest = last.Meets(_request.Confidence) ? null : last,
        Simulated = _simulated + _simulator.Count,
        Excluded = _excluded,
        Hours = _hours,
        Staff = [.. _request.Shop.Stages.Select(stage => new StaffSchedule(stage.Name, [.. day.Select(hour => hour[stage.Index])], day[_hours.Open[0] % _hours.Cycle][stage.Index], _hours.Changes(day, stage.Index)))],
    };

    private ShiftRule ShiftsOf(TimeSpan shortest) => new([.. _hours.Open.Select(_hours.Length)], shortest.TotalHours, ends: _hours.Closes is not null);

    private int[] WorkersOf(ImmutableArray<int>[] day, int stage) => [.. _hours.Open.Select(hour => day[hour % _hours.Cycle][stage])];

    private static void Change(ImmutableArray<int>[] day, int stage, int[] hours, int workers)
    {
        foreach (var hour in hours)
        {
            day[hour] = day[hour].SetItem(stage, day[hour][stage] + workers);
        }
    }

    private double Load(ImmutableArray<int>[] day, int hour, int stage) => _hours.CustomersPerHour[hour] * _demands[stage] / day[hour][stage];

    private IEnumerable<(int Hour, int Stage)> Places(ImmutableArray<int>[] day) =>
        _hours.OfCycle.SelectMany(hour => day[hour].Select((_, stage) => (hour, stage)));
}
