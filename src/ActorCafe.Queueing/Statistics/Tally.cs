namespace ActorCafe.Queueing.Statistics;

/// <summary>
/// What is kept of a series of observations of 0 or above, such as waiting times: moments, and on demand quantiles and batch means. Not thread-safe.
/// </summary>
/// <remarks>Observations are evaluated in blocks, in their order: the results are the same to the last bit as one by one, for half the instructions.</remarks>
internal sealed class Tally
{
    private const int BlockSize = 256;

    private readonly RunningMoments _moments = new();
    private readonly QuantileSketch? _quantiles;
    private readonly BatchMeans? _batches;
    private readonly double[] _block = new double[BlockSize];
    private int _inBlock;

    /// <param name="momentsOnly">Whether quantiles and batch means are left out.</param>
    public Tally(bool momentsOnly = false)
    {
        if (!momentsOnly)
        {
            _quantiles = new QuantileSketch();
            _batches = new BatchMeans();
        }
    }

    /// <summary>The moments of all observations so far.</summary>
    public RunningMoments Moments => UpToDate(_moments);

    /// <summary>The quantiles of all observations so far.</summary>
    /// <exception cref="InvalidOperationException">Only moments are kept.</exception>
    public QuantileSketch Quantiles => UpToDate(_quantiles);

    /// <summary>The batch means of all observations so far.</summary>
    /// <exception cref="InvalidOperationException">Only moments are kept.</exception>
    public BatchMeans Batches => UpToDate(_batches);

    /// <summary>Adds an observation, 0 or above and finite.</summary>
    public void Add(double value)
    {
        _block[_inBlock] = value;
        if (++_inBlock == BlockSize)
        {
            EvaluateBlock();
        }
    }

    private T UpToDate<T>(T? statistic)
        where T : class
    {
        EvaluateBlock();
        return statistic ?? throw new InvalidOperationException("Only moments are kept.");
    }

    private void EvaluateBlock()
    {
        var block = _block.AsSpan(0, _inBlock);
        _moments.Add(block);
        _quantiles?.Add(block);
        _batches?.Add(block);
        _inBlock = 0;
    }
}
