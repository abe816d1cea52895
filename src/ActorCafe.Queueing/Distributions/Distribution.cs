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
    /// The probability that a value is longer than an exponential time of this rate, 1 - E[e^(-rate X)]: the complement of the Laplace-Stieltjes transform,
    /// written so that nothing cancels at small rates. Null if values are not drawn independently.
    /// </summary>
    /// <param name="rate">Per second, 0 or above.</param>
    public virtual double? OutlastsExponential(double rate) => null;

    /// <summary>Draws one value, in seconds.</summary>
    /// <param name="random">The stream to draw from, which advances.</param>
    /// <param name="index">The index of the draw, from 0 (an order's number minus 1); only <see cref="Sequence"/> reads it.</param>
    public abstract double Sample(ref RandomStream random, long index);
}
