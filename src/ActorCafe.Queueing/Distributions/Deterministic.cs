using ActorCafe.Queueing.Streams;

namespace ActorCafe.Queueing.Distributions;

/// <summary>Always the same duration.</summary>
internal sealed class Deterministic : Distribution
{
    private readonly double _value;

    /// <param name="value">Seconds, 0 or above.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public Deterministic(double value) => _value = Require.NotNegative(value);

    /// <inheritdoc/>
    public override double Mean => _value;

    /// <inheritdoc/>
    public override double Variance => 0;

    /// <inheritdoc/>
    public override double? OutlastsExponential(double rate) => -Precise.Expm1(-rate * _value);

    /// <inheritdoc/>
    public override double Sample(ref RandomStream random, long index) => _value;
}
