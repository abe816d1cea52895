namespace ActorCafe.Validation.Tests.Formulas;

/// <summary>Two exponential servers in a row with little room between them; customers never stop coming.</summary>
/// <remarks>G. C. Hunt, "Sequential arrays of waiting lines", Operations Research 4 (1956): blocking after service.</remarks>
public static class BlockedTandem
{
    /// <summary>How many a second get through.</summary>
    /// <param name="first">Mean seconds of the first service.</param>
    /// <param name="second">Mean seconds of the second service.</param>
    /// <param name="places">Waiting places between them, 0 or more.</param>
    /// <remarks>
    /// Counted are those the first server is done with: in the second service, waiting, and one that the first server must
    /// keep. The first server works unless it keeps one.
    /// </remarks>
    public static double Throughput(double first, double second, int places)
    {
        var done = BirthDeath.Probabilities(_ => 1 / first, _ => 1 / second, places + 2);
        return (1 - done[0]) / second;
    }

    /// <summary>The share of time for which the first server keeps a customer there is no room for.</summary>
    public static double Blocked(double first, double second, int places) =>
        BirthDeath.Probabilities(_ => 1 / first, _ => 1 / second, places + 2)[^1];
}
