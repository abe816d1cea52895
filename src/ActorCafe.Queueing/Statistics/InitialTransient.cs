namespace ActorCafe.Queueing.Statistics;

/// <summary>
/// Finds how much of a run's beginning to leave out as warm-up, from a series that is averaged over independent runs. Averaging removes the noise, but not the
/// transient (Welch, "The statistical analysis of simulation results", 1983).
/// </summary>
/// <remarks>
/// Means of batches are examined by the marginal standard error rule (White, "An effective truncation heuristic for bias reduction in simulation output",
/// Simulation 69, 1997) at its leftmost local minimum (MSER-LLM: Pasupathy and Schmeiser, "The initial transient in steady-state point estimation", Winter
/// Simulation Conference 2010). The result is multiplied by <see cref="Allowance"/>. Items are assigned to batches by number. Not thread-safe.
/// </remarks>
internal sealed class InitialTransient
{
    /// <summary>The largest number of batches.</summary>
    public const int Batches = 100;

    /// <summary>
    /// The multiple of the found truncation that is left out: at that point the transient equals the noise that is left, and queues fade slowly. Chosen by
    /// measurement (docs/results/warm-up.md).
    /// </summary>
    public const int Allowance = 5;

    private readonly double[] _sums = new double[Batches];
    private readonly long[] _counts = new long[Batches];
    private readonly long _length;
    private readonly long _batchSize;

    /// <param name="length">The length of the series in items, 1 or more; items beyond are ignored. A short series has one item in a batch.</param>
    public InitialTransient(long length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        _length = length;
        _batchSize = Math.Max(1, length / Batches);
    }

    /// <summary>Adds the value of the item with this number, from 1. Items may come in any order, and some not at all.</summary>
    public void Add(long number, double value)
    {
        var batch = (number - 1) / _batchSize;
        if (number <= _length && batch < Batches)
        {
            _sums[batch] += value;
            _counts[batch]++;
        }
    }

    /// <summary>Adds all values of another series of the same length.</summary>
    public void Add(InitialTransient other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var batch = 0; batch < Batches; batch++)
        {
            _sums[batch] += other._sums[batch];
            _counts[batch] += other._counts[batch];
        }
    }

    /// <summary>
    /// The number of items to leave out, and whether the series is long enough to tell. It is too short if the transient takes more than an eighth of the
    /// batches: then the level that it approaches is not known well.
    /// </summary>
    public (long Items, bool IsLongEnough) WarmUp()
    {
        var known = Enumerable.Range(0, Batches).Where(batch => _counts[batch] > 0).ToArray();
        var truncation = LeftmostMinimum([.. known.Select(batch => _sums[batch] / _counts[batch])]);
        return (truncation == 0 ? 0 : Allowance * known[truncation] * _batchSize, truncation <= known.Length / 8);
    }

    /// <summary>
    /// The smallest d whose statistic is not above that of d + 1. The statistic is the sum of squares of all but the first d means about their mean, divided by
    /// the square of their number.
    /// </summary>
    private static int LeftmostMinimum(double[] means)
    {
        var statistics = new double[means.Length];
        var (mean, squares) = (0.0, 0.0);
        // From the end, so that each mean joins the rest that it belongs to (Welford's update).
        for (var d = means.Length - 1; d >= 0; d--)
        {
            var rest = means.Length - d;
            var fromOldMean = means[d] - mean;
            mean += fromOldMean / rest;
            squares += fromOldMean * (means[d] - mean);
            statistics[d] = squares / ((double)rest * rest);
        }

        var leftmost = 0;
        while (leftmost + 1 < means.Length && statistics[leftmost] > statistics[leftmost + 1])
        {
            leftmost++;
        }

        return leftmost;
    }
}
