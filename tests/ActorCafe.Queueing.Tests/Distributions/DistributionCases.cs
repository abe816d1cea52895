using ActorCafe.Queueing.Distributions;
using MathNet.Numerics;
using Known = MathNet.Numerics.Distributions;

namespace ActorCafe.Queueing.Tests.Distributions;

/// <summary>Distributions with their mean and variance worked by hand and, where there is one, their distribution function.</summary>
internal static class DistributionCases
{
    public static readonly Dictionary<string, (Distribution Distribution, double Mean, double Variance, Func<double, double>? Cdf)> All = new()
    {
        ["deterministic"] = (new Deterministic(60), 60, 0, null),
        ["exponential"] = (new Exponential(60), 60, 3600, x => 1 - Math.Exp(-x / 60)),
        // (30 - 10)² / 12
        ["uniform"] = (new Uniform(10, 30), 20, 400.0 / 12, x => (x - 10) / 20),
        // (10 + 15 + 35) / 3; (25² - 5 x 20) / 18
        ["triangular"] = (new Triangular(10, 15, 35), 20, 525.0 / 18, x => Known.Triangular.CDF(10, 35, 15, x)),
        ["triangular, falling only"] = (new Triangular(0, 0, 30), 10, 50, x => 1 - ((1 - (x / 30)) * (1 - (x / 30)))),
        ["triangular, rising only"] = (new Triangular(0, 30, 30), 20, 50, x => x / 30 * (x / 30)),
        // 60² / 3
        ["erlang of 3"] = (new Erlang(60, 3), 60, 1200, x => Known.Erlang.CDF(3, 3.0 / 60, x)),
        ["erlang of 1"] = (new Erlang(60, 1), 60, 3600, x => 1 - Math.Exp(-x / 60)),
        ["erlang of 40"] = (new Erlang(60, 40), 60, 90, x => Known.Erlang.CDF(40, 40.0 / 60, x)),
        // (60 x 0.5)², shape 4, rate 4 / 60
        ["gamma, cv 0.5"] = (new Gamma(60, 0.5), 60, 900, x => Known.Gamma.CDF(4, 4.0 / 60, x)),
        // (60 x 2)², shape 1 / 4, rate 1 / 240: the branch for shapes below 1
        ["gamma, cv 2"] = (new Gamma(60, 2), 60, 14400, x => Known.Gamma.CDF(0.25, 1.0 / 240, x)),
        ["lognormal, cv 0.5"] = (new LogNormal(60, 0.5), 60, 900, x => LogNormalCdf(60, 0.5, x)),
        ["lognormal, cv 1.5"] = (new LogNormal(60, 1.5), 60, 8100, x => LogNormalCdf(60, 1.5, x)),
        // Shape 2 (Rayleigh): scale 60 / (√π / 2), variance scale² (1 - π / 4) = 60² (4 / π - 1)
        ["weibull of 2"] = (new Weibull(60, 2), 60, 3600 * ((4 / Math.PI) - 1), x => 1 - Math.Exp(-Math.PI / 4 * x * x / 3600)),
        // Shape 0.5: scale 60 / Γ(3) = 30, variance 30² (Γ(5) - Γ(3)²) = 900 x 20
        ["weibull of 0.5"] = (new Weibull(60, 0.5), 60, 18000, x => 1 - Math.Exp(-Math.Sqrt(x / 30))),
        // cv² = 3: p = (1 + √(2 / 4)) / 2 = 0.853553, means 30 / p and 30 / (1 - p); variance (60²) x 3
        ["hyperexponential, balanced"] = (HyperExponential.Balanced(60, Math.Sqrt(3)), 60, 10800,
            x => 1 - (0.85355339059327 * Math.Exp(-x * 0.85355339059327 / 30)) - (0.14644660940673 * Math.Exp(-x * 0.14644660940673 / 30))),
        // 0.25 x 100 + 0.75 x 20 = 40; 2 (0.25 x 10000 + 0.75 x 400) - 1600
        ["hyperexponential of two"] = (new HyperExponential([100, 20], [0.25, 0.75]), 40, 4000,
            x => 1 - (0.25 * Math.Exp(-x / 100)) - (0.75 * Math.Exp(-x / 20))),
        // 0.2 x 10 + 0.5 x 20 + 0.3 x 40 = 24; 0.2 x 14² + 0.5 x 4² + 0.3 x 16² = 124
        ["discrete"] = (new Discrete([10, 20, 40], [0.2, 0.5, 0.3]), 24, 124, null),
        // (1 + 2 + 6) / 3 = 3; (4 + 1 + 9) / 3
        ["sequence"] = (new Sequence([1, 2, 6]), 3, 14.0 / 3, null),
        ["empirical"] = (new Empirical([1, 2, 6]), 3, 14.0 / 3, null),
    };

    private static double LogNormalCdf(double mean, double cv, double x)
    {
        var variance = Math.Log(1 + (cv * cv));
        return SpecialFunctions.Erfc(-(Math.Log(x / mean) + (variance / 2)) / Math.Sqrt(2 * variance)) / 2;
    }
}
