namespace ActorCafe.Queueing.Statistics;

/// <summary>
/// Count, mean, standard deviation and maximum of observations, which are not kept (Welford, "Note on a method for calculating corrected sums of squares and
/// products", Technometrics 4, 1962). In the unit of the observations. Not thread-safe.
/// </summary>
internal sealed class RunningMoments
{
    private double _mean;
    private double _squares;
    private double _max = double.NegativeInfinity;

    /// <summary>The number of observations.</summary>
    public long Count { get; private set; }

    /// <summary>The mean; null without observations.</summary>
    public double? Mean => Count > 0 ? _mean : null;

    /// <summary>The sample standard deviation (divided by n - 1); null with fewer than two observations.</summary>
    public double? StandardDeviation => Count > 1 ? Math.Sqrt(_squares / (Count - 1)) : null;

    /// <summary>The largest observation; null without observations.</summary>
    public double? Max => Count > 0 ? _max : null;

    /// <summary>The moments of some values.</summary>
    public static RunningMoments Of(ReadOnlySpan<double> values)
    {
        var moments = new RunningMoments();
        moments.Add(values);
        return moments;
    }

    /// <summary>Adds an observation, any finite number.</summary>
    public void Add(double value) => Add([value]);

    /// <summary>Adds observations, in their order; any finite numbers.</summary>
    public void Add(ReadOnlySpan<double> values)
    {
        var (count, mean, squares, max) = (Count, _mean, _squares, _max);
        foreach (var value in values)
        {
            count++;
            var fromOldMean = value - mean;
            mean += fromOldMean / count;
            squares += fromOldMean * (value - mean);
            if (value > max)
            {
                max = value;
            }
        }

        (Count, _mean, _squares, _max) = (count, mean, squares, max);
    }
}
