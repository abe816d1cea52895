using ActorCafe.Queueing.Distributions;
using MathNet.Numerics;
using MathNet.Numerics.RootFinding;
using Curves = MathNet.Numerics.Distributions;

namespace ActorCafe.Import.Fitting;

/// <summary>A family of distributions that service times are fitted to. The mean is always the measured one; a shape is the most likely.</summary>
internal sealed class FittedFamily
{
    private const double LeastCv = 1e-6;

    /// <summary>The families, the simplest first.</summary>
    public static readonly IReadOnlyList<FittedFamily> All =
    [
        new("exponential", "", 1, _ => 1, (mean, _, x) => Curves.Exponential.CDF(1 / mean, x), (mean, _, x) => -Math.Log(mean) - (x / mean), (mean, _) => new Exponential(mean)),
        new("gamma", "cv", 2, GammaCv, (mean, cv, x) => Curves.Gamma.CDF(1 / (cv * cv), 1 / (cv * cv * mean), x), (mean, cv, x) => Curves.Gamma.PDFLn(1 / (cv * cv), 1 / (cv * cv * mean), x), (mean, cv) => new Gamma(mean, cv)),
        new("lognormal", "cv", 2, LogNormalCv, (mean, cv, x) => Curves.LogNormal.CDF(Mu(mean, cv), Sigma(cv), x), (mean, cv, x) => Curves.LogNormal.PDFLn(Mu(mean, cv), Sigma(cv), x), (mean, cv) => new LogNormal(mean, cv)),
        new("weibull", "shape", 2, WeibullShape, (mean, shape, x) => Curves.Weibull.CDF(shape, Scale(mean, shape), x), (mean, shape, x) => Curves.Weibull.PDFLn(shape, Scale(mean, shape), x), (mean, shape) => new Weibull(mean, shape)),
    ];

    private readonly Func<FittedSample, double> _shape;
    private readonly Func<double, double, double, double> _cdf;
    private readonly Func<double, double, double, double> _logDensity;

    private FittedFamily(
        string name, string shapeName, int parameters, Func<FittedSample, double> shape, Func<double, double, double, double> cdf,
        Func<double, double, double, double> logDensity, Func<double, double, Distribution> distribution)
    {
        (Name, ShapeName, Parameters, _shape, _cdf, _logDensity, Distribution) = (name, shapeName, parameters, shape, cdf, logDensity, distribution);
    }

    /// <summary>The name in a shop file.</summary>
    public string Name { get; }

    /// <summary>The name of its second parameter in a shop file; empty if it has none.</summary>
    public string ShapeName { get; }

    /// <summary>The number of its parameters.</summary>
    public int Parameters { get; }

    /// <summary>Makes the distribution of a mean and a shape.</summary>
    public Func<double, double, Distribution> Distribution { get; }

    /// <summary>The most likely shape.</summary>
    public double Shape(FittedSample sample) => _shape(sample);

    /// <summary>The logarithm of the density at a value.</summary>
    public double LogDensity(double mean, double shape, double value) => _logDensity(mean, shape, value);

    /// <summary>The share of values up to one.</summary>
    public double Share(double mean, double shape, double value) => _cdf(mean, shape, value);

    /// <summary>Akaike's information criterion.</summary>
    public double Aic(FittedSample sample, double shape) => 2 * (Parameters - sample.Values.Sum(value => _logDensity(sample.Mean, shape, value)));

    /// <summary>The Kolmogorov-Smirnov distance: the largest between the shares of values up to any time, measured and fitted.</summary>
    public double Distance(FittedSample sample, double shape)
    {
        var (distance, count) = (0.0, sample.Values.Length);
        for (var at = 0; at < count; at++)
        {
            var fitted = _cdf(sample.Mean, shape, sample.Values[at]);
            distance = Math.Max(distance, Math.Max(fitted - ((double)at / count), ((at + 1.0) / count) - fitted));
        }

        return distance;
    }

    // ln k - psi(k) = ln mean - mean ln, for k = 1 / cv^2 (Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions, chapter 17).
    private static double GammaCv(FittedSample sample)
    {
        var distance = Math.Log(sample.Mean) - sample.MeanLog;
        return distance <= LeastCv * LeastCv ? LeastCv
            : 1 / Math.Sqrt(Root(shape => Math.Log(shape) - SpecialFunctions.DiGamma(shape) - distance, 1e-3, 1e9));
    }

    private static double LogNormalCv(FittedSample sample) => Math.Max(LeastCv, Math.Sqrt(Math.Exp(sample.VarianceLog) - 1));

    // The values are divided by the largest, so that no power overflows.
    private static double WeibullShape(FittedSample sample)
    {
        var largest = sample.Values[^1];
        var meanLog = sample.MeanLog - Math.Log(largest);
        return Root(
            shape =>
            {
                var (weighted, sum) = (0.0, 0.0);
                foreach (var value in sample.Values)
                {
                    var log = Math.Log(value / largest);
                    var power = Math.Exp(shape * log);
                    (weighted, sum) = (weighted + (power * log), sum + power);
                }

                return (weighted / sum) - (1 / shape) - meanLog;
            },
            0.05,
            1000);
    }

    // Beyond the bounds the bound itself is the most likely shape.
    private static double Root(Func<double, double> function, double low, double high) =>
        Brent.TryFindRoot(function, low, high, 1e-10, 200, out var root) ? root : Math.Abs(function(low)) < Math.Abs(function(high)) ? low : high;

    private static double Sigma(double cv) => Math.Sqrt(Math.Log(1 + (cv * cv)));

    private static double Mu(double mean, double cv) => Math.Log(mean) - (Math.Log(1 + (cv * cv)) / 2);

    private static double Scale(double mean, double shape) => mean / SpecialFunctions.Gamma(1 + (1 / shape));
}
