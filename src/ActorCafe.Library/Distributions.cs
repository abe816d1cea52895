using System.Collections.Immutable;
using ActorCafe.Queueing.Distributions;

namespace ActorCafe;

/// <summary>Service times, times between arrivals, patience: distributions of durations in seconds, for <c>using static</c>.</summary>
/// <remarks>Each throws an <see cref="ArgumentOutOfRangeException"/> if a parameter is out of range.</remarks>
public static class Distributions
{
    /// <summary>Always the same duration.</summary>
    /// <param name="value">Seconds, 0 or more.</param>
    public static Distribution Deterministic(double value) => new Deterministic(value);

    /// <summary>Memoryless; coefficient of variation 1.</summary>
    /// <param name="mean">Seconds, above 0.</param>
    public static Distribution Exponential(double mean) => new Exponential(mean);

    /// <summary>Uniform between two bounds.</summary>
    /// <param name="min">Seconds, 0 or more.</param>
    /// <param name="max">Seconds, above 0 and not below <paramref name="min"/>.</param>
    public static Distribution Uniform(double min, double max) => new Uniform(min, max);

    /// <summary>Triangular, with its peak at the mode.</summary>
    /// <param name="min">Seconds, 0 or more.</param>
    /// <param name="mode">Seconds, from <paramref name="min"/> to <paramref name="max"/>.</param>
    /// <param name="max">Seconds, above <paramref name="min"/>.</param>
    public static Distribution Triangular(double min, double mode, double max) => new Triangular(min, mode, max);

    /// <summary>The sum of exponential phases of equal mean; coefficient of variation 1 / √phases.</summary>
    /// <param name="mean">The mean of the sum in seconds, above 0.</param>
    /// <param name="phases">The number of phases, 1 or more.</param>
    public static Distribution Erlang(double mean, int phases) => new Erlang(mean, phases);

    /// <summary>Gamma, by mean and coefficient of variation.</summary>
    /// <param name="mean">Seconds, above 0.</param>
    /// <param name="cv">Standard deviation / mean, above 0.</param>
    public static Distribution Gamma(double mean, double cv) => new Gamma(mean, cv);

    /// <summary>Lognormal, by mean and coefficient of variation of the duration itself.</summary>
    /// <param name="mean">Seconds, above 0.</param>
    /// <param name="cv">Standard deviation / mean, above 0.</param>
    public static Distribution LogNormal(double mean, double cv) => new LogNormal(mean, cv);

    /// <summary>Weibull, by mean and shape.</summary>
    /// <param name="mean">Seconds, above 0.</param>
    /// <param name="shape">From 0.05 to 1000; 1 is the exponential.</param>
    public static Distribution Weibull(double mean, double shape) => new Weibull(mean, shape);

    /// <summary>Hyperexponential with two phases of balanced means.</summary>
    /// <param name="mean">Seconds, above 0.</param>
    /// <param name="cv">Standard deviation / mean, 1 or more.</param>
    public static Distribution HyperExponential(double mean, double cv) => Queueing.Distributions.HyperExponential.Balanced(mean, cv);

    /// <summary>One of several exponentials, picked at random.</summary>
    /// <param name="means">Seconds, each above 0.</param>
    /// <param name="probabilities">One for each mean; they sum to 1.</param>
    public static Distribution HyperExponential(ImmutableArray<double> means, ImmutableArray<double> probabilities) => new HyperExponential(means, probabilities);

    /// <summary>One of several durations, each with its probability.</summary>
    /// <param name="values">Seconds, each 0 or more.</param>
    /// <param name="probabilities">One for each value; they sum to 1.</param>
    public static Distribution Discrete(ImmutableArray<double> values, ImmutableArray<double> probabilities) => new Discrete(values, probabilities);

    /// <summary>Durations in turn, by order number, repeated from the first after the last.</summary>
    /// <param name="values">Seconds, each 0 or more.</param>
    public static Distribution Sequence(params ImmutableArray<double> values) => new Sequence(values);

    /// <summary>Measured durations, drawn at random with replacement.</summary>
    /// <param name="values">Seconds, each 0 or more.</param>
    public static Distribution Empirical(params ImmutableArray<double> values) => new Empirical(values);
}
