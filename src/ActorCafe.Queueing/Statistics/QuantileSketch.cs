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

    // All observations, while they are few: in full pieces, and in the last one.
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
    public void Add(double value) => Add([value]);

    /// <summary>Adds observations, each 0 or above.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One of them is negative or not finite.</exception>
    public void Add(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
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
        }

        Count += values.Length;
        if (_histogram is null && Count > ExactLimit)
        {
            ForgetSingleValues(_histogram = new LogHistogram());
        }

        if (_histogram is not null)
        {
            _histogram.Add(values);
            return;
        }

        while (!values.IsEmpty)
        {
            if (_inLast == _last.Length)
            {
                MakeRoom();
            }

            var fitting = Math.Min(values.Length, _last.Length - _inLast);
            values[..fitting].CopyTo(_last.AsSpan(_inLast));
            values = values[fitting..];
            _inLast += fitting;
        }
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
        if (_last.Length > 0)
        {
            _full.Add(_last);
        }

        _last = new double[Math.Clamp(_last.Length * 2, FirstPiece, LargestPiece)];
        _inLast = 0;
    }

    private void ForgetSingleValues(LogHistogram histogram)
    {
        foreach (var piece in _full)
        {
            histogram.Add(piece);
        }

        histogram.Add(_last.AsSpan(0, _inLast));
        _full.Clear();
        (_last, _inLast, _sorted) = ([], 0, null);
    }
}
