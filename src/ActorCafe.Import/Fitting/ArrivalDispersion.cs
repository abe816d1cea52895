using ActorCafe.Import.Orders;
using MathNet.Numerics.Distributions;

namespace ActorCafe.Import.Fitting;

/// <summary>
/// The index of dispersion of orders: the variance of counts over their mean, which is 1 for a Poisson process. Counted in ten-minute pieces of each hour around that
/// hour's own mean, so that busy and quiet hours do not count as variability (Cox and Lewis, The Statistical Analysis of Series of Events, chapter 6).
/// </summary>
/// <param name="Index">The index.</param>
/// <param name="Low">The bound that 2.5 % of Poisson processes are below.</param>
/// <param name="High">The bound that 2.5 % of Poisson processes are above.</param>
/// <param name="Hours">The number of hours counted.</param>
public sealed record ArrivalDispersion(double Index, double Low, double High, int Hours)
{
    private const int Pieces = 6;
    // One order per piece on average, for the chi-square distribution to hold.
    private const int FewestOrders = 6;
    private const int FewestHours = 3;

    private static readonly long Piece = TimeSpan.FromHours(1).Ticks / Pieces;

    /// <summary>Whether the index is what a Poisson process has, 19 times of 20.</summary>
    public bool IsPoissonFair => Index >= Low && Index <= High;

    /// <summary>The index over all days; null where fewer than three full hours have six orders.</summary>
    public static ArrivalDispersion? Of(IEnumerable<SalesDay> days)
    {
        var (sum, hours) = (0.0, 0);
        foreach (var counts in days.SelectMany(FullHours).Where(counts => counts.Sum() >= FewestOrders))
        {
            var mean = counts.Average();
            sum += counts.Sum(count => (count - mean) * (count - mean)) / mean;
            hours++;
        }

        var degrees = hours * (Pieces - 1);
        return hours < FewestHours ? null
            : new(sum / degrees, ChiSquared.InvCDF(degrees, 0.025) / degrees, ChiSquared.InvCDF(degrees, 0.975) / degrees, hours);
    }

    // In the first and the last hour the shop may have been closed for a part of it.
    private static IEnumerable<int[]> FullHours(SalesDay day) => day.Rows
        .GroupBy(order => order.Time.Ticks / (Piece * Pieces))
        .Where(hour => hour.Key > day.Opens.Ticks / (Piece * Pieces) && hour.Key < (day.Closes.Ticks / (Piece * Pieces)) - 1)
        .Select(hour =>
        {
            var counts = new int[Pieces];
            foreach (var order in hour)
            {
                counts[(int)(order.Time.Ticks / Piece % Pieces)] += order.Quantity;
            }

            return counts;
        });
}
