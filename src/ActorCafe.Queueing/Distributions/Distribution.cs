using ActorCafe.Queueing.Streams;

namespace ActorCafe.Queueing.Distributions;

/// <summary>A distribution of durations, in seconds, never negative.</summary>
public abstract class Distribution
{
    /// <summary>The expected value, in seconds.</summary>
    public abstract double Mean { get; }

    /// <summary>The variance, in seconds squared.</summary>
    public abstract double Variance { get; }

    /// <summary>
    /// The probability that a value is longer than an exponential time of this rate, 1 - E[e^(-rate X)]: the complement of the
    /// Laplace-Stieltjes transform, so written that nothing cancels where the rate is small. Null where values are not drawn
    /// independently of each other.
    /// </summary>
    /// <param name="rate">Per second, 0 or above.</param>
    public virtual double? OutlastsExponential(double rate) => null;

    /// <summary>Draws one value, in seconds, from <paramref name="random"/>.</summary>
    /// <param name="random">The stream to draw from; it is moved on.</param>
    /// <param name="index">Which draw of its kind this is, from 0 (an order's number less one): only a sequence reads it.</param>
    public abstract double Sample(ref RandomStream random, long index);
}
