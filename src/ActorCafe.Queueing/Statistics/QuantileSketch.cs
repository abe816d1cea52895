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

    private double[] _kept = [];
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
        _min = Math.Min(_min, value);
        _max = Math.Max(_max, value);
        if (Count == ExactLimit)
            GiveUpExactness();
        if (_histogram is null)
            Keep(value);
        else
            _histogram.Add(value);
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
            return rank == Count ? _max : Math.Clamp(_histogram.ValueAt(rank), _min, _max);
        if (!_sorted)
            Array.Sort(_kept, 0, (int)Count);
        _sorted = true;
        return _kept[rank - 1];
    }

    private void Keep(double value)
    {
        if (Count == _kept.Length)
            Array.Resize(ref _kept, Math.Clamp(_kept.Length * 2, 256, ExactLimit));
        _kept[Count] = value;
        _sorted = false;
    }

    private void GiveUpExactness()
    {
        _histogram = new LogHistogram();
        foreach (var value in _kept)
            _histogram.Add(value);
        _kept = [];
    }
}
