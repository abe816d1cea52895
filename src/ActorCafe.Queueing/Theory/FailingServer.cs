namespace ActorCafe.Queueing.Theory;

/// <summary>The M/G/1 queue whose server breaks down by the clock, working or not, and resumes the service in hand after the repair.</summary>
/// <remarks>
/// Times up are exponential, repairs have any distribution. H. White and L. S. Christie, "Queuing with preemptive priorities or with breakdown", Operations
/// Research 6 (1958), for exponential times; D. P. Gaver, "A waiting line with interrupted service, including priorities", Journal of the Royal Statistical
/// Society B 24 (1962); B. Avi-Itzhak and P. Naor, "Some queuing problems with the service station subject to breakdown", Operations Research 11 (1963). A
/// service and the repairs within it are one completion time, and the server's repairs without an order delay whoever arrives in them.
/// </remarks>
internal static class FailingServer
{
    /// <summary>The mean time from arrival to the start of service, in seconds.</summary>
    /// <param name="gap">Mean inter-arrival time in seconds, of a Poisson process.</param>
    /// <param name="service">Mean service time in seconds, above 0.</param>
    /// <param name="variance">Variance of the service time in seconds squared, 0 or above.</param>
    /// <param name="up">Mean time from a repair to the next breakdown in seconds, above 0; it is exponential.</param>
    /// <param name="repair">Mean time of a repair in seconds, 0 or above.</param>
    /// <param name="repairVariance">Variance of the time of a repair in seconds squared, 0 or above.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range, or there is no steady state.</exception>
    public static double MeanWait(double gap, double service, double variance, double up, double repair, double repairVariance)
    {
        var completion = MeanCompletion(service, up, repair);
        var wait = PollaczekKhinchine.MeanWait(gap, completion, CompletionVariance(service, variance, up, repair, repairVariance));
        return wait + (((repair * repair) + repairVariance) / (2 * (up + repair)));
    }

    /// <summary>The mean time from the start of a service to its end, repairs within it included, in seconds.</summary>
    /// <inheritdoc cref="MeanWait"/>
    public static double MeanCompletion(double service, double up, double repair) =>
        Require.Positive(service) * (1 + (Require.NotNegative(repair) / Require.Positive(up)));

    /// <summary>The variance of the time from the start of a service to its end, in seconds squared.</summary>
    /// <inheritdoc cref="MeanWait"/>
    public static double CompletionVariance(double service, double variance, double up, double repair, double repairVariance)
    {
        var slower = MeanCompletion(service, up, repair) / service;
        return (slower * slower * Require.NotNegative(variance)) + (service / up * ((repair * repair) + Require.NotNegative(repairVariance)));
    }
}
