using System.Collections.Immutable;
using System.Globalization;
using ActorCafe.Queueing.Streams;

namespace ActorCafe.Import.Fitting;

/// <summary>A distribution fitted to measured service times: of four families the one with the smallest AIC.</summary>
/// <param name="Family">The name in a shop file: deterministic, exponential, gamma, lognormal or weibull.</param>
/// <param name="Mean">The measured mean, in seconds.</param>
/// <param name="ShapeName">The name of the second parameter: cv or shape; empty if there is none.</param>
/// <param name="Shape">The second parameter.</param>
/// <param name="Count">The number of measured times.</param>
/// <param name="Distance">The largest distance between the shares of times up to any length, measured and fitted.</param>
/// <param name="PValue">
/// How often times drawn from the fitted distribution, fitted again, are at least as far from it: below 0.05 it is no good description. From a parametric
/// bootstrap, because a table of Kolmogorov and Smirnov's holds for parameters that were not fitted. Null for equal or few times.
/// </param>
public sealed record ServiceFit(string Family, double Mean, string ShapeName, double Shape, int Count, double Distance, double? PValue)
{
    /// <summary>The fewest times to fit a shape to.</summary>
    public const int Fewest = 30;

    private const int Resamples = 99;
    // Values evenly spaced in order of size have the shape of them all.
    private const int MostFitted = 10_000;
    // The distance of larger samples is tested on values of them: with many, every model is rejected, and time matters.
    private const int MostTested = 500;

    /// <summary>The measured times in seconds, the smallest first; of very many, as many evenly spaced as are fitted.</summary>
    public ImmutableArray<double> Times { get; private init; } = [];

    /// <summary>The fitted families, the best first: of few times the exponential alone, of equal ones none.</summary>
    public ImmutableArray<FittedCurve> Curves { get; private init; } = [];

    /// <summary>The distribution as a shop file has it.</summary>
    public string Hocon => Family == "deterministic" ? string.Create(CultureInfo.InvariantCulture, $"{Seconds(Mean)}")
        : string.Create(CultureInfo.InvariantCulture, $"{{ distribution = {Family}, mean = {Seconds(Mean)}{(ShapeName.Length > 0 ? $", {ShapeName} = {Math.Round(Shape, 4)}" : "")} }}");

    /// <param name="values">Times above 0, in seconds; at least one. Few of them are taken to be exponential.</param>
    public static ServiceFit Of(IEnumerable<double> values)
    {
        var all = new FittedSample(values);
        var count = all.Values.Length;
        if (all.Values[^1] - all.Values[0] <= 1e-6 * all.Mean)
        {
            return new("deterministic", all.Mean, "", 0, count, 0, null);
        }

        var sample = all.AtMost(MostFitted);
        var families = count < Fewest ? FittedFamily.All.Take(1) : FittedFamily.All;
        var fits = families.Select(family => (Family: family, Shape: family.Shape(sample))).OrderBy(fit => fit.Family.Aic(sample, fit.Shape)).ToArray();
        var (family, shape) = fits[0];
        return new(family.Name, all.Mean, family.ShapeName, shape, count, family.Distance(sample, shape), count < Fewest ? null : Test(family, sample.AtMost(MostTested)))
        {
            Times = [.. sample.Values],
            Curves = [.. fits.Select(fit => FittedCurve.Of(fit.Family, sample.Mean, fit.Shape))],
        };
    }

    private static double Test(FittedFamily family, FittedSample sample)
    {
        var shape = family.Shape(sample);
        var distance = family.Distance(sample, shape);
        var distribution = family.Distribution(sample.Mean, shape);
        var purpose = Purpose.Of("goodness of fit");
        var farther = Enumerable.Range(1, Resamples).Count(number =>
        {
            var random = RandomStream.For(1, purpose, number);
            var drawn = new double[sample.Values.Length];
            for (var at = 0; at < drawn.Length; at++)
            {
                drawn[at] = Math.Max(distribution.Sample(ref random, at), double.Epsilon);
            }

            var resample = new FittedSample(drawn);
            return family.Distance(resample, family.Shape(resample)) >= distance;
        });
        return (farther + 1.0) / (Resamples + 1);
    }

    // The shop's clock counts 100 ns; a millisecond is enough for a mean.
    private static string Seconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0.001, Math.Round(seconds, 3))}s");
}
