using ActorCafe.Queueing.Streams;
using MathNet.Numerics;

namespace ActorCafe.Queueing.Distributions;

/// <summary>The Weibull distribution, with survival function exp(-(t / scale)^shape) and scale = mean / Γ(1 + 1 / shape).</summary>
internal sealed class Weibull : Distribution
{
    private readonly double _mean;
    private readonly double _scale;
    private readonly double _power;

    /// <param name="mean">Seconds, above 0.</param>
    /// <param name="shape">From 0.05 (coefficient of variation 370,000) to 1000 (0.0013); 1 is the exponential.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public Weibull(double mean, double shape)
    {
        _mean = Require.Positive(mean);
        _power = 1 / Require.Within(shape, 0.05, 1000);
        _scale = mean / SpecialFunctions.Gamma(1 + _power);
    }

    /// <inheritdoc/>
    public override double Mean => _mean;

    /// <summary>scale² (Γ(1 + 2 / shape) - Γ(1 + 1 / shape)²), in seconds squared.</summary>
    public override double Variance => (_scale * _scale * SpecialFunctions.Gamma(1 + (2 * _power))) - (_mean * _mean);

    /// <inheritdoc/>
    public override double? OutlastsExponential(double rate) =>
        Expectation.OfExponential(value => Expectation.Outlasts(rate, _scale * Math.Pow(value, _power)));

    /// <summary>Draws by inversion of the distribution function.</summary>
    /// <inheritdoc/>
    public override double Sample(ref RandomStream random, long index) =>
        _scale * Math.Pow(random.NextExponential(), _power);
}
