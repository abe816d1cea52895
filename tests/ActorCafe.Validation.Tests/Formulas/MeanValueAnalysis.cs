namespace ActorCafe.Validation.Tests.Formulas;

/// <summary>A fixed number of customers who think, pass a row of stages with one exponential server each, and think again.</summary>
/// <remarks>
/// Reiser and Lavenberg, "Mean-value analysis of closed multichain queuing networks", Journal of the ACM 27 (1980): who comes to
/// a stage finds there what a shop with one customer fewer would hold on average. Exact.
/// </remarks>
public static class MeanValueAnalysis
{
    /// <summary>The mean time from ordering to leaving the last stage, in seconds.</summary>
    /// <param name="population">Customers, 1 or more.</param>
    /// <param name="think">Mean seconds of thinking; any distribution with this mean gives the same.</param>
    /// <param name="services">Mean seconds of service at each stage.</param>
    public static double MeanResponse(int population, double think, params double[] services)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(population, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(think);
        var inside = new double[services.Length];
        var response = 0.0;
        for (var customers = 1; customers <= population; customers++)
        {
            var times = services.Zip(inside, (service, found) => service * (1 + found)).ToArray();
            response = times.Sum();
            inside = [.. times.Select(time => customers * time / (think + response))];
        }
        return response;
    }
}
