using ActorCafe.Queueing.Streams;

namespace ActorCafe.Queueing.Distributions;

/// <summary>The gamma distribution: shape 1 / cv², scale mean x cv².</summary>
internal sealed class Gamma : Distribution
{
    private readonly double _mean;
    private readonly double _scale;
    private readonly GammaSampler _sampler;

    /// <param name="mean">Seconds, above 0.</param>
    /// <param name="cv">Coefficient of variation (standard deviation / mean), from 1e-6 to 1e6.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public Gamma(double mean, double cv)
    {
        _mean = Require.Positive(mean);
        var squared = Require.Within(cv, 1e-6, 1e6) * cv;
        _scale = mean * squared;
        _sampler = new GammaSampler(1 / squared);
    }

    /// <inheritdoc/>
    public override double Mean => _mean;

    /// <inheritdoc/>
    public override double Variance => _mean * _scale;

    /// <inheritdoc/>
    public override double? OutlastsExponential(double rate) =>
        -Precise.Expm1(-_mean / _scale * Precise.Log1p(rate * _scale));

    /// <inheritdoc/>
    public override double Sample(ref RandomStream random, long index) => _scale * _sampler.Sample(ref random);
}
