using System.Collections.Immutable;
using ActorCafe.Queueing.Streams;

namespace ActorCafe.Queueing.Distributions;

/// <summary>One of a few durations, each with its probability.</summary>
internal sealed class Discrete : Distribution
{
    private readonly ImmutableArray<double> _values;
    private readonly Choice _choice;

    /// <param name="values">Seconds, each 0 or above, at least one.</param>
    /// <param name="probabilities">As many as values, each 0 or above, adding up to 1 (within 1e-9, then normalised).</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public Discrete(ImmutableArray<double> values, ImmutableArray<double> probabilities)
    {
        _values = Require.NotNegative(values);
        _choice = new Choice(probabilities, values.Length);
        Mean = _choice.Expect(i => values[i]);
        Variance = _choice.Expect(i => (values[i] - Mean) * (values[i] - Mean));
    }

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override double Variance { get; }

    /// <inheritdoc/>
    public override double? OutlastsExponential(double rate) => _choice.Expect(i => -Precise.Expm1(-rate * _values[i]));

    /// <inheritdoc/>
    public override double Sample(ref RandomStream random, long index) => _values[_choice.Pick(ref random)];
}
