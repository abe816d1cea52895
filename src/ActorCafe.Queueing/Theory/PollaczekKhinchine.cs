namespace ActorCafe.Queueing.Theory;

/// <summary>One server with any distribution of service, M/G/1.</summary>
/// <remarks>
/// F. Pollaczek, "Über eine Aufgabe der Wahrscheinlichkeitstheorie", Mathematische Zeitschrift 32 (1930); A. Khinchine (1932);
/// Kleinrock, Queueing Systems I (Wiley 1975), 5.6 and 5.7.
/// </remarks>
public static class PollaczekKhinchine
{
    /// <summary>The mean wait before service, in seconds: E[S²] / (2 (gap - E[S])).</summary>
    /// <param name="gap">Mean seconds between customers, who come as a Poisson stream.</param>
    /// <param name="service">Mean seconds of service, above 0 and below the gap.</param>
    /// <param name="variance">Of the service, in seconds squared, 0 or above.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range, or there is no steady state.</exception>
    public static double MeanWait(double gap, double service, double variance)
    {
        Load.Steady(1, gap, service);
        return ((service * service) + Require.NotNegative(variance)) / (2 * (gap - service));
    }
}
