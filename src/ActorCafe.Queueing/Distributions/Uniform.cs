using ActorCafe.Queueing.Streams;

namespace ActorCafe.Queueing.Distributions;

/// <summary>The uniform distribution between two bounds.</summary>
internal sealed class Uniform : Distribution
{
    private readonly double _min;
    private readonly double _width;

    /// <param name="min">Seconds, 0 or above.</param>
    /// <param name="max">Seconds, above 0 and not below <paramref name="min"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bound is out of range or not finite.</exception>
    public Uniform(double min, double max)
    {
        _min = Require.NotNegative(min);
        _width = Require.Positive(max) - min;
        ArgumentOutOfRangeException.ThrowIfLessThan(max, min);
    }

    /// <inheritdoc/>
    public override double Mean => _min + (_width / 2);

    /// <inheritdoc/>
    public override double Variance => _width * _width / 12;

    /// <inheritdoc/>
    public override double? OutlastsExponential(double rate) =>
        _width == 0 ? Expectation.Outlasts(rate, _min) : Expectation.Integral(value => Expectation.Outlasts(rate, value), _min, _min + _width) / _width;

    /// <inheritdoc/>
    public override double Sample(ref RandomStream random, long index) => _min + (_width * random.NextDouble());
}
