namespace ActorCafe.Queueing.Statistics;

/// <summary>
/// Count, mean, standard deviation and maximum of observations that are not kept (Welford, "Note on a method for calculating
/// corrected sums of squares and products", Technometrics 4, 1962). In the unit of the observations; not thread-safe.
/// </summary>
public sealed class RunningMoments
{
    private double _mean;
    private double _squares;
    private double _max;

    /// <summary>How many observations were added.</summary>
    public long Count { get; private set; }

    /// <summary>The mean; null without an observation.</summary>
    public double? Mean => Count > 0 ? _mean : null;

    /// <summary>The standard deviation of the sample (divided by n - 1); null under two observations.</summary>
    public double? StandardDeviation => Count > 1 ? Math.Sqrt(_squares / (Count - 1)) : null;

    /// <summary>The largest observation; null without one.</summary>
    public double? Max => Count > 0 ? _max : null;

    /// <summary>Adds an observation, any finite number.</summary>
    public void Add(double value)
    {
        Count++;
        var fromOldMean = value - _mean;
        _mean += fromOldMean / Count;
        _squares += fromOldMean * (value - _mean);
        _max = Count == 1 ? value : Math.Max(_max, value);
    }
}
