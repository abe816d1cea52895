namespace ActorCafe.Queueing.Statistics;

/// <summary>
/// A confidence interval for the mean of a correlated series (one customer's wait resembles the next one's) from the means of
/// long batches of it, which hardly depend on each other: Law, Simulation Modeling and Analysis, 5th edition, 9.5.3.
/// </summary>
/// <remarks>
/// Memory is constant: whenever 40 batches are complete, neighbours merge into 20 of double the size. Not thread-safe.
/// </remarks>
public sealed class BatchMeans
{
    /// <summary>The size that batches start with, in observations.</summary>
    public const int FirstBatchSize = 50;

    /// <summary>The fewest complete batches that give an interval.</summary>
    public const int FewestBatches = 20;

    private readonly double[] _means = new double[2 * FewestBatches];
    private double _sum;
    private long _inBatch;

    /// <summary>How many observations make a batch now.</summary>
    public long BatchSize { get; private set; } = FirstBatchSize;

    /// <summary>How many batches are complete: from 20 to 39 once there were 20.</summary>
    public int Batches { get; private set; }

    /// <summary>The means of the complete batches, in their order, for tests.</summary>
    internal ReadOnlySpan<double> Means => _means.AsSpan(0, Batches);

    /// <summary>Adds the next observation of the series, in its order; any finite number.</summary>
    public void Add(double value)
    {
        _sum += value;
        if (++_inBatch < BatchSize)
            return;
        _means[Batches++] = _sum / BatchSize;
        _sum = 0;
        _inBatch = 0;
        if (Batches == _means.Length)
            Merge();
    }

    /// <summary>
    /// The interval around the mean of the complete batches (Student's t, batches - 1 degrees of freedom), in the unit of the
    /// observations; null under <see cref="FewestBatches"/> of them.
    /// </summary>
    /// <param name="confidence">Two-sided, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is out of its range.</exception>
    public (double Low, double High)? Confidence(double confidence)
    {
        Require.Between(confidence, 0, 1);
        return Batches < FewestBatches ? null : StudentT.Interval(Means, confidence);
    }

    private void Merge()
    {
        Batches /= 2;
        BatchSize *= 2;
        for (var i = 0; i < Batches; i++)
            _means[i] = (_means[2 * i] + _means[(2 * i) + 1]) / 2;
    }
}
