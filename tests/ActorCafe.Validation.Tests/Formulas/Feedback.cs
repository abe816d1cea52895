namespace ActorCafe.Validation.Tests.Formulas;

/// <summary>One exponential server that serves a customer again with a fixed chance, from the back of the queue, M/M/1 with feedback.</summary>
/// <remarks>
/// L. Takács, "A single-server queue with feedback", Bell System Technical Journal 42 (1963); the number inside is that of an
/// M/M/1 with service 1 / (1 - p) times as long, also a case of Jackson (1957).
/// </remarks>
public static class Feedback
{
    /// <summary>The mean time from coming to leaving for good, in seconds.</summary>
    /// <param name="gap">Mean seconds between new customers.</param>
    /// <param name="service">Mean seconds of one service.</param>
    /// <param name="again">The chance to be served again, each time, below 1.</param>
    public static double MeanResponse(double gap, double service, double again) => ErlangC.MeanResponse(1, gap, service / (1 - again));

    /// <summary>The mean wait before one service, in seconds: those who wait, by the rate of all services (Little's law).</summary>
    public static double MeanWaitOfVisit(double gap, double service, double again) => ErlangC.MeanWait(1, gap * (1 - again), service);
}
