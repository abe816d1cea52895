using ActorCafe.Queueing.Streams;

namespace ActorCafe.Queueing.Distributions;

/// <summary>The exponential distribution: memoryless, coefficient of variation 1.</summary>
internal sealed class Exponential : Distribution
{
    private readonly double _mean;

    /// <param name="mean">Seconds, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mean is not a finite number above 0.</exception>
    public Exponential(double mean) => _mean = Require.Positive(mean);

    /// <inheritdoc/>
    public override double Mean => _mean;

    /// <inheritdoc/>
    public override double Variance => _mean * _mean;

    /// <inheritdoc/>
    public override double? OutlastsExponential(double rate) => rate * _mean / (1 + (rate * _mean));

    /// <inheritdoc/>
    public override double Sample(ref RandomStream random, long index) => _mean * random.NextExponential();
}
