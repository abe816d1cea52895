namespace ActorCafe.Queueing.Theory;

/// <summary>
/// How irregular a stream of customers is behind a stage, as the squared coefficient of variation of its gaps. Approximations.
/// </summary>
/// <remarks>W. Whitt, "The queueing network analyzer", Bell System Technical Journal 62 (1983), on departures and splitting.</remarks>
public static class StreamVariability
{
    /// <summary>Of the stream that leaves a stage: as it came if the stage is idle, as it is served if it is busy.</summary>
    /// <param name="servers">1 or more.</param>
    /// <param name="load">Offered, in erlangs, above 0; from the number of servers on the stage never rests.</param>
    /// <param name="gapVariability">Squared coefficient of variation of the gaps, 0 or above.</param>
    /// <param name="serviceVariability">Squared coefficient of variation of the service, 0 or above.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public static double Departing(int servers, double load, double gapVariability, double serviceVariability)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(servers, 1);
        var busy = Math.Min(1, Require.Positive(load) / servers);
        var fromService = 1 + ((Require.NotNegative(serviceVariability) - 1) / Math.Sqrt(servers));
        return (busy * busy * fromService) + ((1 - (busy * busy)) * Require.NotNegative(gapVariability));
    }

    /// <summary>Of the part of a stream that each customer belongs to with this chance.</summary>
    /// <param name="variability">Squared coefficient of variation of the whole stream's gaps, 0 or above.</param>
    /// <param name="share">From 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    public static double Thinned(double variability, double share) =>
        1 + (Require.Within(share, 0, 1) * (Require.NotNegative(variability) - 1));
}
