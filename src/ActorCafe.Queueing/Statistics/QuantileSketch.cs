namespace ActorCafe.Queueing.Statistics;

/// <summary>
/// Nearest-rank quantiles of observations of 0 or above: exact for the first <see cref="ExactLimit"/>, and then within <see cref="RelativeError"/>, in memory
/// that does not grow with their number. Not thread-safe.
/// </summary>
internal sealed class QuantileSketch
{
    /// <summary>The number of observations up to which all are kept and every quantile is exact.</summary>
    public const int ExactLimit = 200_000;

    /// <summary>The largest relative error of a quantile beyond that: 2^-13, 0.0122 %.</summary>
    public const double RelativeError = LogHistogram.RelativeError;

    // Small enough for the garbage collector's youngest generation: a large array triggers a full collection, and an array that has survived one costs more to
    // write to.
    private const int FirstPiece = 256;
    private const int LargestPiece = 8192;

    // Counted in groups: each count is somewhere else in memory, and together they do not wait for each other.
    private const int CountedTogether = 512;

    // All observations while they are few, and then those that are not in the histogram yet: in full pieces, and in the last one.
    private readonly List<double[]> _full = [];
    private double[] _last = [];
    private int _inLast;
    private double[]? _sorted;
    private LogHistogram? _histogram;
    private double _min = double.PositiveInfinity;
    private double _max;

    /// <summary>The number of observations.</summary>
    public long Count { get; private set; }

    /// <summary>Whether all observations are still kept, so that quantiles are exact.</summary>
    public bool IsExact => _histogram is null;

    /// <summary>Adds an observation, 0 or above.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or not finite.</exception>
    public void Add(double value)
    {
        Require.NotNegative(value);
        if (value < _min)
        {
            _min = value;
        }

        if (value > _max)
        {
            _max = value;
        }

        if (_inLast == _last.Length)
        {
            MakeRoom();
        }

        _last[_inLast++] = value;
        Count++;
    }

    /// <summary>Returns the smallest observation that at least a share <paramref name="p"/> of all do not exceed; null without observations.</summary>
    /// <param name="p">From 0 (the smallest observation) to 1 (the largest); these two stay exact.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is not within 0 to 1.</exception>
    public double? Quantile(double p)
    {
        Require.Within(p, 0, 1);
        if (Count == 0)
        {
            return null;
        }
        // Decimal, because 0.55 x 100 is 55.000000000000007 in doubles, whose ceiling would be one rank too high.
        var rank = Math.Clamp((long)Math.Ceiling((decimal)p * Count), 1, Count);
        if (_histogram is not null)
        {
            CountLast(_histogram);
            return rank == Count ? _max : Math.Clamp(_histogram.ValueAt(rank), _min, _max);
        }
        if (_sorted?.Length != Count)
        {
            _sorted = Sort();
        }

        return _sorted[rank - 1];
    }

    private double[] Sort()
    {
        double[] all = [.. _full.SelectMany(piece => piece), .. _last.AsSpan(0, _inLast)];
        Array.Sort(all);
        return all;
    }

    private void MakeRoom()
    {
        if (_histogram is not null)
        {
            CountLast(_histogram);
            return;
        }

        if (_last.Length > 0)
        {
            _full.Add(_last);
        }

        if (Count < ExactLimit)
        {
            _last = new double[Math.Min(Math.Clamp(_last.Length * 2, FirstPiece, LargestPiece), ExactLimit - Count)];
        }
        else
        {
            _histogram = new LogHistogram();
            foreach (var piece in _full)
            {
                _histogram.Add(piece);
            }

            _full.Clear();
            _sorted = null;
            _last = new double[CountedTogether];
        }

        _inLast = 0;
    }

    private void CountLast(LogHistogram histogram)
    {
        histogram.Add(_last.AsSpan(0, _inLast));
        _inLast = 0;
    }
}
