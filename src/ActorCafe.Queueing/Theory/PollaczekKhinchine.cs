namespace ActorCafe.Queueing.Theory;

/// <summary>The Pollaczek-Khinchine formula for M/G/1: one server with any service distribution.</summary>
/// <remarks>
/// F. Pollaczek, "Über eine Aufgabe der Wahrscheinlichkeitstheorie", Mathematische Zeitschrift 32 (1930); A. Khinchine (1932);
/// Kleinrock, Queueing Systems I (Wiley 1975), 5.6 and 5.7.
/// </remarks>
internal static class PollaczekKhinchine
{
    /// <summary>The mean wait before service, in seconds: E[S²] / (2 (gap - E[S])).</summary>
    /// <param name="gap">Mean inter-arrival time in seconds, of a Poisson process.</param>
    /// <param name="service">Mean service time in seconds, above 0 and below the gap.</param>
    /// <param name="variance">Variance of the service time in seconds squared, 0 or above.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range, or there is no steady state.</exception>
    public static double MeanWait(double gap, double service, double variance)
    {
        Load.Steady(1, gap, service);
        return ((service * service) + Require.NotNegative(variance)) / (2 * (gap - service));
    }
}
