using ActorCafe.Queueing.Streams;

namespace ActorCafe.Queueing.Distributions;

/// <summary>The Erlang distribution: the sum of independent exponential phases of equal mean; coefficient of variation 1 / √phases.</summary>
internal sealed class Erlang : Distribution
{
    /// <summary>The most phases that are drawn one by one. Above it gamma rejection is faster, because its cost does not grow with the phases.</summary>
    private const int FewPhases = 8;

    private readonly double _mean;
    private readonly int _phases;
    private readonly GammaSampler _sampler;

    /// <param name="mean">The mean of the sum in seconds, above 0.</param>
    /// <param name="phases">From 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public Erlang(double mean, int phases)
    {
        _mean = Require.Positive(mean);
        ArgumentOutOfRangeException.ThrowIfLessThan(phases, 1);
        _phases = phases;
        _sampler = new GammaSampler(phases);
    }

    /// <inheritdoc/>
    public override double Mean => _mean;

    /// <inheritdoc/>
    public override double Variance => _mean * _mean / _phases;

    /// <inheritdoc/>
    public override double? OutlastsExponential(double rate) =>
        -Precise.Expm1(-_phases * Precise.Log1p(rate * _mean / _phases));

    /// <inheritdoc/>
    public override double Sample(ref RandomStream random, long index)
    {
        if (_phases > FewPhases)
        {
            return _mean / _phases * _sampler.Sample(ref random);
        }
        // One logarithm for all phases: the sum of -ln U is -ln of the product, which is at least 2^(-54 x 8) and so does not underflow.
        var product = random.NextDouble();
        for (var phase = 1; phase < _phases; phase++)
        {
            product *= random.NextDouble();
        }

        return -Math.Log(product) * _mean / _phases;
    }
}
