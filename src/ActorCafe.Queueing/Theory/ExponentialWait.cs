namespace ActorCafe.Queueing.Theory;

/// <summary>A wait that is 0 for some customers, and exponential for all others.</summary>
internal static class ExponentialWait
{
    /// <summary>The wait that a share <paramref name="p"/> of customers does not exceed, in seconds.</summary>
    /// <param name="waiting">The share of customers who wait.</param>
    /// <param name="mean">Their mean wait, in seconds.</param>
    /// <param name="p">0 or above, and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is out of range.</exception>
    public static double Quantile(double waiting, double mean, double p)
    {
        if (!(p >= 0 && p < 1))
        {
            throw Require.Wrong(nameof(p), p, "must be 0 or above, and below 1");
        }

        return 1 - p >= waiting ? 0 : Math.Log(waiting / (1 - p)) * mean;
    }
}
