using System.Collections.Immutable;
using ActorCafe.Queueing.Streams;

namespace ActorCafe.Queueing.Distributions;

/// <summary>Fixed durations in turn, repeated from the first after the last. Nothing is drawn.</summary>
internal sealed class Sequence : Distribution
{
    private readonly ImmutableArray<double> _values;

    /// <param name="values">Seconds, each 0 or above, at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no value, or one is negative or not finite.</exception>
    public Sequence(ImmutableArray<double> values)
    {
        _values = Require.NotNegative(values);
        Mean = values.Average();
        Variance = values.Average(value => (value - Mean) * (value - Mean));
    }

    /// <summary>The mean of one cycle, in seconds.</summary>
    public override double Mean { get; }

    /// <summary>The variance within one cycle, in seconds squared.</summary>
    public override double Variance { get; }

    /// <summary>The value at <paramref name="index"/> modulo the length, in seconds.</summary>
    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative.</exception>
    public override double Sample(ref RandomStream random, long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return _values[(int)(index % _values.Length)];
    }
}
