using System.Collections.Immutable;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Planning;

/// <summary>The hours that a schedule staffs, and how many customers come in each.</summary>
public sealed record PlannedHours
{
    private const int MostHours = 7 * 24;

    private PlannedHours(ImmutableArray<double> customers, TimeSpan opens, TimeSpan? closes, int count)
    {
        CustomersPerHour = customers;
        Opens = opens;
        Closes = closes;
        Open = [.. Enumerable.Range((int)opens.TotalHours, count)];
    }

    /// <summary>Customers per hour in each hour of a cycle, which begins at 0 on the shop's clock and repeats.</summary>
    public ImmutableArray<double> CustomersPerHour { get; }

    /// <summary>The time of the shop's clock at opening.</summary>
    public TimeSpan Opens { get; }

    /// <summary>The time of the shop's clock after which nobody comes; null if only the number of orders ends the day.</summary>
    public TimeSpan? Closes { get; }

    /// <summary>The hours of the shop's clock to be staffed. The shop may be open for only a part of the first and the last.</summary>
    public ImmutableArray<int> Open { get; }

    internal int Cycle => CustomersPerHour.Length;

    /// <summary>The hours as indexes of the cycle.</summary>
    internal IEnumerable<int> OfCycle => Open.Select(hour => hour % Cycle).Distinct();

    /// <summary>The hours of a shop whose arrival rate changes by the hour.</summary>
    internal static PlannedHours Of(CustomersSettings customers, ArrivalSettings.Hourly hourly)
    {
        var closes = new[] { customers.Until, customers.StopAt }.Min();
        var count = closes is { } closing
            ? Math.Ceiling(closing.TotalHours) - (int)customers.OpensAt.TotalHours
            : Math.Max(hourly.RatesPerHour.Length, Math.Ceiling((customers.Orders ?? 0) / hourly.RatesPerHour.Average()));
        return new(hourly.RatesPerHour, customers.OpensAt, closes, (int)Math.Min(count, MostHours));
    }

    /// <summary>The full hours around the first and the last customer of recorded days, and the mean number of customers over these days.</summary>
    internal static PlannedHours Of(ImmutableArray<RecordedDay> days)
    {
        var first = days.Min(day => HourOf(day.Customers.Entries[0]));
        var last = days.Max(day => HourOf(day.Customers.Entries[^1]));
        var count = (int)Math.Min(last - first + 1, MostHours);
        var customers = new double[Math.Max(24, first + count)];
        foreach (var hour in days.SelectMany(day => day.Customers.Entries).Select(HourOf).Where(hour => hour < customers.Length))
        {
            customers[hour] += 1.0 / days.Length;
        }

        return new([.. customers], TimeSpan.FromHours(first), TimeSpan.FromHours(last + 1), count);
    }

    /// <summary>How long the shop is open in an hour of the clock, in hours.</summary>
    public double Length(int hour) => Math.Min(hour + 1, Closes?.TotalHours ?? double.MaxValue) - Math.Max(hour, Opens.TotalHours);

    /// <summary>What a schedule costs per hour, as the mean over the time that the shop is open.</summary>
    internal double CostPerHour(ImmutableArray<int>[] day, ImmutableArray<double> cost) =>
        Open.Sum(hour => Length(hour) * StaffCost.PerHour(day[hour % Cycle], cost)) / Open.Sum(Length);

    /// <summary>A stage's changes after opening.</summary>
    internal ImmutableArray<PoolChange> Changes(ImmutableArray<int>[] day, int stage) =>
    [
        .. Open.Skip(1)
            .Where(hour => day[hour % Cycle][stage] != day[(hour - 1) % Cycle][stage])
            .Select(hour => new PoolChange(TimeSpan.FromHours(hour), day[hour % Cycle][stage])),
    ];

    private static int HourOf(TraceEntry entry) => (int)Math.Min(int.MaxValue / 2, entry.Time.TotalHours);
}
