namespace ActorCafe.Queueing.Statistics;

/// <summary>
/// Counts numbers of 0 or above in buckets as wide as 2^-12 of the power of two below them. A number's bucket is the top bits of the double itself: its
/// exponent and 12 bits of its mantissa (the layout of HdrHistogram, G. Tene, without its limits).
/// </summary>
/// <remarks>Only exponents that occur take memory, 32 KiB each: about 22 for times from a millisecond to an hour.</remarks>
internal sealed class LogHistogram
{
    /// <summary>A bucket's middle is at most half its width from any number in it: 2^-13 of that number.</summary>
    public const double RelativeError = 1.0 / 8192;

    private const int MantissaBits = 12;
    private const int BucketsOfExponent = 1 << MantissaBits;
    private const int DroppedBits = 52 - MantissaBits;

    private readonly long[]?[] _exponents = new long[2048][];
    private long _zeros;

    /// <param name="values">The numbers to count.</param>
    public void Add(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            Add(value);
        }
    }

    /// <param name="value">0 or above, finite; below 2.2e-308 (subnormal) it counts as 0.</param>
    public void Add(double value)
    {
        if (value < 2.2250738585072014e-308)
        {
            _zeros++;
            return;
        }
        var bucket = (int)(BitConverter.DoubleToInt64Bits(value) >> DroppedBits);
        var counts = _exponents[bucket >> MantissaBits] ??= new long[BucketsOfExponent];
        counts[bucket & (BucketsOfExponent - 1)]++;
    }

    /// <summary>Returns the middle of the bucket that holds the number of this rank, from 1 to the count.</summary>
    public double ValueAt(long rank)
    {
        var passed = _zeros;
        if (rank <= passed)
        {
            return 0;
        }

        for (var exponent = 0; exponent < _exponents.Length; exponent++)
        {
            var counts = _exponents[exponent] ?? [];
            for (var i = 0; i < counts.Length; i++)
            {
                if (rank <= (passed += counts[i]))
                {
                    return Middle(((long)exponent << MantissaBits) + i);
                }
            }
        }
        throw Require.Wrong(nameof(rank), rank, $"must not be above {passed}");
    }

    private static double Middle(long bucket) =>
        BitConverter.Int64BitsToDouble((bucket << DroppedBits) | (1L << (DroppedBits - 1)));
}
