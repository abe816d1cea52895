using System.Collections.Immutable;

namespace ActorCafe.Import.Orders;

/// <summary>A day's orders.</summary>
public sealed record SalesDay
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>The date; null if the export has none.</summary>
    public required DateOnly? Date { get; init; }

    /// <summary>The orders, in order of time; rows of one time in their own order.</summary>
    public required ImmutableArray<ImportedOrder> Rows { get; init; }

    /// <summary>Whether times are plain seconds, as in a trace.</summary>
    public required bool IsPlainSeconds { get; init; }

    /// <summary>The number of orders: a quantity of 2 is two.</summary>
    public int Orders => Rows.Sum(order => order.Quantity);

    /// <summary>The time of the first order.</summary>
    public TimeSpan First => Rows[0].Time;

    /// <summary>The time of the last order.</summary>
    public TimeSpan Last => Rows[^1].Time;

    /// <summary>The full hour at or before the first order.</summary>
    public TimeSpan Opens => Floor(First);

    /// <summary>The full hour after the last order.</summary>
    public TimeSpan Closes => Floor(Last) + Hour;

    /// <summary>The name of its trace, without a folder.</summary>
    public string FileName => $"{(Date is null ? "day" : IsoDate)}.csv";

    /// <summary>The date as 2024-03-01; empty if the export has none.</summary>
    public string IsoDate => Date?.Iso() ?? "";

    /// <summary>Orders per hour of the clock, 24 of them from midnight: the mean where the day is longer than that.</summary>
    public ImmutableArray<double> HourlyRates
    {
        get
        {
            var orders = new double[24];
            var hours = new int[24];
            foreach (var order in Rows)
            {
                orders[HourOf(order.Time)] += order.Quantity;
            }

            for (var at = Opens; at < Closes; at += Hour)
            {
                hours[HourOf(at)]++;
            }

            return [.. orders.Select((count, hour) => hours[hour] == 0 ? 0 : count / hours[hour])];
        }
    }

    private static TimeSpan Floor(TimeSpan time) => new(time.Ticks / Hour.Ticks * Hour.Ticks);

    private static int HourOf(TimeSpan time) => (int)(time.Ticks / Hour.Ticks % 24);
}
