using MathNet.Numerics.Distributions;

namespace ActorCafe.Import.Fitting;

/// <summary>
/// The index of dispersion: the variance of counts over their mean, pooled over groups of counts that each have their own mean. It is 1 for a Poisson process, and times
/// its degrees of freedom about chi-square (Cox and Lewis, The Statistical Analysis of Series of Events, chapter 6).
/// </summary>
/// <param name="Index">The index.</param>
/// <param name="Low">The bound that 2.5 % of Poisson processes are below.</param>
/// <param name="High">The bound that 2.5 % of Poisson processes are above.</param>
/// <param name="Groups">The number of groups.</param>
public sealed record DispersionIndex(double Index, double Low, double High, int Groups)
{
    /// <summary>Whether the index is what a Poisson process has, 19 times of 20.</summary>
    public bool IsPoissonFair => Index >= Low && Index <= High;

    /// <summary>The index of groups of counts; null where they have fewer degrees of freedom than <paramref name="fewest"/>.</summary>
    /// <param name="groups">The groups; those of one count or without an order say nothing.</param>
    /// <param name="fewest">The fewest degrees of freedom, one less than the counts of each group.</param>
    internal static DispersionIndex? Of(IEnumerable<int[]> groups, int fewest)
    {
        var (sum, degrees, counted) = (0.0, 0, 0);
        foreach (var counts in groups.Where(counts => counts.Length > 1 && counts.Sum() > 0))
        {
            var mean = counts.Average();
            sum += counts.Sum(count => (count - mean) * (count - mean)) / mean;
            degrees += counts.Length - 1;
            counted++;
        }

        return degrees < fewest ? null
            : new(sum / degrees, ChiSquared.InvCDF(degrees, 0.025) / degrees, ChiSquared.InvCDF(degrees, 0.975) / degrees, counted);
    }
}
