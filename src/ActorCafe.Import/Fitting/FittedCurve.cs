namespace ActorCafe.Import.Fitting;

/// <summary>A distribution of one family, fitted to measured times.</summary>
/// <param name="Family">The name in a shop file.</param>
/// <param name="Density">The density at a time in seconds above 0.</param>
/// <param name="Share">The share of times up to one in seconds.</param>
public sealed record FittedCurve(string Family, Func<double, double> Density, Func<double, double> Share)
{
    internal static FittedCurve Of(FittedFamily family, double mean, double shape) =>
        new(family.Name, value => Math.Exp(family.LogDensity(mean, shape, value)), value => family.Share(mean, shape, value));
}
