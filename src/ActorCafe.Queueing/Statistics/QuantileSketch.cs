namespace ActorCafe.Queueing.Statistics;

/// <summary>
/// Nearest-rank quantiles of observations of 0 or above: exact for the first <see cref="ExactLimit"/>, from then on to within
/// <see cref="RelativeError"/> in memory that does not grow with their number. Not thread-safe.
/// </summary>
public sealed class QuantileSketch
{
    /// <summary>Up to so many observations are kept and every quantile is exact.</summary>
    public const int ExactLimit = 200_000;

    /// <summary>Beyond that, the greatest relative error of a quantile: 2^-13, 0.0122 %.</summary>
    public const double RelativeError = LogHistogram.RelativeError;

    // Counted some hundred at a time: each count is somewhere else in memory, and together they do not wait for each other.
    private const int CountedTogether = 512;

    // All observations as long as they are few, then those that are not in the histogram yet.
    private double[] _kept = [];
    private int _inKept;
    private bool _sorted = true;
    private LogHistogram? _histogram;
    private double _min = double.PositiveInfinity;
    private double _max;

    /// <summary>How many observations were added.</summary>
    public long Count { get; private set; }

    /// <summary>Whether all observations are still kept, so that quantiles are exact.</summary>
    public bool IsExact => _histogram is null;

    /// <summary>Adds an observation, 0 or above.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or not finite.</exception>
    public void Add(double value)
    {
        Require.NotNegative(value);
        if (value < _min)
            _min = value;
        if (value > _max)
            _max = value;
        if (_inKept == _kept.Length)
            MakeRoom();
        _kept[_inKept++] = value;
        _sorted = false;
        Count++;
    }

    /// <summary>The smallest observation that at least <paramref name="p"/> of all do not exceed; null without one.</summary>
    /// <param name="p">From 0 (the least observation) to 1 (the greatest): these two stay exact.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is not within 0 to 1.</exception>
    public double? Quantile(double p)
    {
        Require.Within(p, 0, 1);
        if (Count == 0)
            return null;
        // Decimal: 0.55 x 100 is 55.000000000000007 in doubles, whose ceiling would be one rank too far.
        var rank = Math.Clamp((long)Math.Ceiling((decimal)p * Count), 1, Count);
        if (_histogram is not null)
        {
            CountKept(_histogram);
            return rank == Count ? _max : Math.Clamp(_histogram.ValueAt(rank), _min, _max);
        }
        if (!_sorted)
            Array.Sort(_kept, 0, (int)Count);
        _sorted = true;
        return _kept[rank - 1];
    }

    private void MakeRoom()
    {
        if (_histogram is not null)
        {
            CountKept(_histogram);
        }
        else if (Count < ExactLimit)
        {
            Array.Resize(ref _kept, Math.Clamp(_kept.Length * 2, 256, ExactLimit));
        }
        else
        {
            _histogram = new LogHistogram();
            CountKept(_histogram);
            _kept = new double[CountedTogether];
        }
    }

    private void CountKept(LogHistogram histogram)
    {
        histogram.Add(_kept.AsSpan(0, _inKept));
        _inKept = 0;
    }
}
