namespace ActorCafe.Queueing.Statistics;

/// <summary>
/// Finds how much of a run's beginning to leave out as warm-up: the truncation with the smallest standard error of the mean of the rest (White, "An effective
/// truncation heuristic for bias reduction in simulation output", Simulation 69, 1997), over means of 5 observations (MSER-5: White, Cobb and Spratt, Winter
/// Simulation Conference 2000).
/// </summary>
/// <remarks>
/// Memory is limited: whenever <see cref="MostBatches"/> are held, neighbours merge into batches of double the size, and the truncation becomes that much
/// coarser. Not thread-safe.
/// </remarks>
public sealed class Mser5
{
    /// <summary>The initial size of a batch, in observations.</summary>
    public const int FirstBatchSize = 5;

    /// <summary>The most batches held.</summary>
    public const int MostBatches = 20_000;

    private double[] _means = [];
    private int _batches;
    private double _sum;
    private long _inBatch;

    /// <summary>Observations per batch at present; the truncation is a multiple of it.</summary>
    public long BatchSize { get; private set; } = FirstBatchSize;

    /// <summary>Adds the next observation of the series, in its order; any finite number.</summary>
    public void Add(double value)
    {
        _sum += value;
        if (++_inBatch < BatchSize)
        {
            return;
        }

        if (_batches == _means.Length)
        {
            Array.Resize(ref _means, Math.Clamp(_means.Length * 2, 64, MostBatches));
        }

        _means[_batches++] = _sum / BatchSize;
        _sum = 0;
        _inBatch = 0;
        if (_batches == MostBatches)
        {
            Merge();
        }
    }

    /// <summary>
    /// Returns the number of observations to leave out: d batches, where the sum of squares of the other n - d about their mean, divided by (n - d)², is least.
    /// It is the smallest such d, at most half of the complete batches, and 0 with fewer than four.
    /// </summary>
    public long Truncation()
    {
        var (best, least) = (0, double.PositiveInfinity);
        var (mean, squares) = (0.0, 0.0);
        // From the end, so that each batch joins the rest that it belongs to (Welford's update).
        for (var d = _batches - 1; d >= 0 && _batches >= 4; d--)
        {
            var rest = _batches - d;
            var fromOldMean = _means[d] - mean;
            mean += fromOldMean / rest;
            squares += fromOldMean * (_means[d] - mean);
            var statistic = squares / ((double)rest * rest);
            if (d <= _batches / 2 && statistic <= least)
            {
                (best, least) = (d, statistic);
            }
        }
        return best * BatchSize;
    }

    private void Merge()
    {
        _batches /= 2;
        BatchSize *= 2;
        for (var i = 0; i < _batches; i++)
        {
            _means[i] = (_means[2 * i] + _means[(2 * i) + 1]) / 2;
        }
    }
}
