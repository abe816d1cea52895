namespace ActorCafe.Validation.Tests.Formulas;

/// <summary>A fixed number of customers who think, queue at one stage, are served and think again: the machine repairman, M/M/c//N.</summary>
/// <remarks>Kleinrock, Queueing Systems I (Wiley 1975), 3.8; Gross and Harris (Wiley, 3rd edition 1998), 2.7.</remarks>
public static class MachineRepair
{
    /// <summary>The mean time from ordering to having been served, in seconds.</summary>
    /// <param name="population">Customers, 1 or more.</param>
    /// <param name="think">Mean seconds of thinking, above 0; any distribution with this mean gives the same.</param>
    /// <param name="servers">1 or more.</param>
    /// <param name="service">Mean seconds of service, exponential.</param>
    public static double MeanResponse(int population, double think, int servers, double service)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(population, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(servers, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(think);
        var sizes = BirthDeath.Probabilities(size => (population - size) / think, size => Math.Min(size, servers) / service, population);
        var inside = BirthDeath.Average(sizes, size => size);
        return inside * think / (population - inside);
    }
}
