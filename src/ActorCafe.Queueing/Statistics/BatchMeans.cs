using MathNet.Numerics;

namespace ActorCafe.Queueing.Statistics;

/// <summary>
/// A confidence interval for the mean of a correlated series, such as waits, of which each resembles the next. It uses the means of long batches, which are
/// almost independent (Law, Simulation Modeling and Analysis, 5th edition, 9.5.3).
/// </summary>
/// <remarks>
/// Memory is constant: whenever 40 batches are complete, neighbours merge into 20 of double the size. Not thread-safe.
/// </remarks>
internal sealed class BatchMeans
{
    /// <summary>The initial size of a batch, in observations.</summary>
    public const int FirstBatchSize = 50;

    /// <summary>The fewest complete batches for which there is an interval.</summary>
    public const int FewestBatches = 20;

    private readonly double[] _means = new double[2 * FewestBatches];
    private double _sum;
    private long _inBatch;

    /// <summary>The current number of observations per batch.</summary>
    public long BatchSize { get; private set; } = FirstBatchSize;

    /// <summary>Complete batches: from 20 to 39 once there were 20.</summary>
    public int Batches { get; private set; }

    /// <summary>The means of the complete batches, in their order, for tests.</summary>
    internal ReadOnlySpan<double> Means => _means.AsSpan(0, Batches);

    /// <summary>Adds the next observation of the series, in its order; any finite number.</summary>
    public void Add(double value) => Add([value]);

    /// <summary>Adds the next observations of the series, in their order; any finite numbers.</summary>
    public void Add(ReadOnlySpan<double> values)
    {
        while (!values.IsEmpty)
        {
            var untilFull = (int)Math.Min(BatchSize - _inBatch, values.Length);
            foreach (var value in values[..untilFull])
            {
                _sum += value;
            }

            values = values[untilFull..];
            _inBatch += untilFull;
            if (_inBatch == BatchSize)
            {
                EndBatch();
            }
        }
    }

    /// <summary>
    /// The interval around the mean of the complete batches (Student's t, batches - 1 degrees of freedom), in the unit of the observations; null with fewer
    /// than <see cref="FewestBatches"/>.
    /// </summary>
    /// <param name="confidence">Two-sided, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is out of range.</exception>
    public (double Low, double High)? Confidence(double confidence)
    {
        Require.Between(confidence, 0, 1);
        return Batches < FewestBatches ? null : StudentT.Interval(Means, confidence);
    }

    /// <summary>
    /// The correlation of neighbouring batches' means, within [-1, 1]: near 0 if they are independent. If it is clearly above 0, the batches are too short and
    /// the interval is too narrow. Computed as 1 - Q / 2, where Q is von Neumann's ratio: the sum of squared differences of neighbouring means / the sum of
    /// squared deviations from the overall mean. Null with fewer than <see cref="FewestBatches"/>, or if all means are equal.
    /// </summary>
    public double? Correlation()
    {
        if (Batches < FewestBatches)
        {
            return null;
        }

        var (steps, squares, mean) = (0.0, 0.0, MeanOf(Means));
        for (var i = 0; i < Batches; i++)
        {
            steps += i == 0 ? 0 : Square(_means[i] - _means[i - 1]);
            squares += Square(_means[i] - mean);
        }

        return squares > 0 ? 1 - (steps / squares / 2) : null;
    }

    /// <summary>
    /// The probability of a <see cref="Correlation"/> at least as large if batches were independent, from 0 to 1; a small value is evidence against
    /// independence. The correlation of independent batches is about normal with mean 0 and variance (n - 2) / (n² - 1): Fishman, Grouping Observations in
    /// Digital Simulation, Management Science 24 (1978) 510. Null if there is no correlation.
    /// </summary>
    public double? IndependencePValue() => Correlation() is { } correlation
        ? SpecialFunctions.Erfc(correlation * Math.Sqrt(((double)Batches * Batches - 1) / (Batches - 2)) / Math.Sqrt(2)) / 2
        : null;

    private static double MeanOf(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    private static double Square(double x) => x * x;

    private void EndBatch()
    {
        _means[Batches++] = _sum / BatchSize;
        _sum = 0;
        _inBatch = 0;
        if (Batches == _means.Length)
        {
            Merge();
        }
    }

    private void Merge()
    {
        Batches /= 2;
        BatchSize *= 2;
        for (var i = 0; i < Batches; i++)
        {
            _means[i] = (_means[2 * i] + _means[(2 * i) + 1]) / 2;
        }
    }
}
