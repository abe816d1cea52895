using ActorCafe.Queueing.Streams;

namespace ActorCafe.Queueing.Distributions;

/// <summary>The triangular distribution: its density rises linearly from the minimum to the mode and falls linearly to the maximum.</summary>
internal sealed class Triangular : Distribution
{
    private readonly double _min;
    private readonly double _mode;
    private readonly double _max;
    private readonly double _belowMode;

    /// <param name="min">Seconds, 0 or above.</param>
    /// <param name="mode">Seconds, from <paramref name="min"/> to <paramref name="max"/>.</param>
    /// <param name="max">Seconds, above <paramref name="min"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range or not finite.</exception>
    public Triangular(double min, double mode, double max)
    {
        _min = Require.NotNegative(min);
        _max = Require.Positive(max);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(max, min);
        _mode = Require.Within(mode, min, max);
        _belowMode = (mode - min) / (max - min);
    }

    /// <inheritdoc/>
    public override double Mean => (_min + _mode + _max) / 3;

    /// <inheritdoc/>
    public override double Variance
    {
        get
        {
            var (rise, width) = (_mode - _min, _max - _min);
            return ((width * width) - (rise * (width - rise))) / 18;
        }
    }

    /// <inheritdoc/>
    public override double? OutlastsExponential(double rate)
    {
        var width = _max - _min;
        return (2 / width * Expectation.Integral(value => Expectation.Outlasts(rate, value) * (value - _min) / Math.Max(_mode - _min, double.Epsilon), _min, _mode))
            + (2 / width * Expectation.Integral(value => Expectation.Outlasts(rate, value) * (_max - value) / Math.Max(_max - _mode, double.Epsilon), _mode, _max));
    }

    /// <summary>Draws by inversion of the distribution function.</summary>
    /// <inheritdoc/>
    public override double Sample(ref RandomStream random, long index)
    {
        var u = random.NextDouble();
        return u < _belowMode
            ? _min + Math.Sqrt(u * (_max - _min) * (_mode - _min))
            : _max - Math.Sqrt((1 - u) * (_max - _min) * (_max - _mode));
    }
}
