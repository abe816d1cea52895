using MathNet.Numerics.Integration;

namespace ActorCafe.Queueing.Distributions;

/// <summary>Expected values by quadrature, for distributions that have none in closed form.</summary>
internal static class Expectation
{
    /// <summary>Fine enough for the step of a function that is as steep as a Weibull of shape 0.05.</summary>
    private const double Step = 1.0 / 128;

    private const int Order = 64;
    private const int Parts = 16;

    /// <summary>The probability that a duration in seconds is longer than an exponential time of this rate.</summary>
    public static double Outlasts(double rate, double seconds) => -Precise.Expm1(-rate * seconds);

    /// <summary>Integrates by Gauss-Legendre quadrature, in parts.</summary>
    public static double Integral(Func<double, double> function, double from, double to)
    {
        if (from >= to)
        {
            return 0;
        }

        var width = (to - from) / Parts;
        return Enumerable.Range(0, Parts).Sum(part => GaussLegendreRule.Integrate(function, from + (part * width), from + ((part + 1) * width), Order));
    }

    /// <summary>The expected value of a function of a standard normal variable.</summary>
    /// <remarks>
    /// By the trapezoidal rule, which is exact to rounding for smooth functions that vanish at both ends (Trefethen and Weideman, "The exponentially convergent
    /// trapezoidal rule", SIAM Review 56, 2014).
    /// </remarks>
    public static double OfNormal(Func<double, double> value) =>
        Trapezoidal(at => Math.Exp(-at * at / 2) / Math.Sqrt(2 * Math.PI) * value(at), -12, 12);

    /// <summary>The expected value of a function of a standard exponential variable, by the same rule over its logarithm.</summary>
    public static double OfExponential(Func<double, double> value) =>
        Trapezoidal(at => Math.Exp(at - Math.Exp(at)) * value(Math.Exp(at)), -45, 4.5);

    private static double Trapezoidal(Func<double, double> function, double from, double to) =>
        Enumerable.Range(0, (int)((to - from) / Step) + 1).Sum(i => function(from + (i * Step))) * Step;
}
