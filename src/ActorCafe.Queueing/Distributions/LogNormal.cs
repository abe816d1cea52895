using ActorCafe.Queueing.Streams;

namespace ActorCafe.Queueing.Distributions;

/// <summary>
/// The lognormal distribution, by mean and coefficient of variation of the duration itself, not of its logarithm. The logarithm is normal with variance ln(1 +
/// cv²) and mean ln(mean) - variance / 2 (Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions, chapter 14).
/// </summary>
internal sealed class LogNormal : Distribution
{
    private readonly double _mean;
    private readonly double _cv;
    private readonly double _mu;
    private readonly double _sigma;

    /// <param name="mean">Seconds, above 0.</param>
    /// <param name="cv">Coefficient of variation (standard deviation / mean), from 1e-6 to 1e6.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public LogNormal(double mean, double cv)
    {
        _mean = Require.Positive(mean);
        _cv = Require.Within(cv, 1e-6, 1e6);
        var variance = Math.Log(1 + (cv * cv));
        _mu = Math.Log(mean) - (variance / 2);
        _sigma = Math.Sqrt(variance);
    }

    /// <inheritdoc/>
    public override double Mean => _mean;

    /// <inheritdoc/>
    public override double Variance => _mean * _mean * _cv * _cv;

    /// <inheritdoc/>
    public override double? OutlastsExponential(double rate) =>
        Expectation.OfNormal(normal => Expectation.Outlasts(rate, Math.Exp(_mu + (_sigma * normal))));

    /// <inheritdoc/>
    public override double Sample(ref RandomStream random, long index) => Math.Exp(_mu + (_sigma * random.NextNormal()));
}
