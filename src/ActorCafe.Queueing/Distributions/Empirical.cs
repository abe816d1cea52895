using System.Collections.Immutable;
using ActorCafe.Queueing.Streams;

namespace ActorCafe.Queueing.Distributions;

/// <summary>Measured durations, drawn at random with replacement, each equally likely.</summary>
internal sealed class Empirical : Distribution
{
    private readonly ImmutableArray<double> _values;

    /// <param name="values">Seconds, each 0 or above, at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no value, or one is negative or not finite.</exception>
    public Empirical(ImmutableArray<double> values)
    {
        _values = Require.NotNegative(values);
        Mean = values.Average();
        Variance = values.Average(value => (value - Mean) * (value - Mean));
    }

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <summary>The variance of the given values (divided by n: they are the whole population), in seconds squared.</summary>
    public override double Variance { get; }

    /// <inheritdoc/>
    public override double? OutlastsExponential(double rate) => _values.Average(value => -Precise.Expm1(-rate * value));

    /// <inheritdoc/>
    public override double Sample(ref RandomStream random, long index) => _values[random.NextIndex(_values.Length)];
}
