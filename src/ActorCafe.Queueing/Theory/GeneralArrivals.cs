namespace ActorCafe.Queueing.Theory;

/// <summary>One server with exponential service whose customers come at independent gaps of any distribution, GI/M/1.</summary>
/// <remarks>
/// D. G. Kendall, "Stochastic processes occurring in the theory of queues", Annals of Mathematical Statistics 24 (1953);
/// Kleinrock, Queueing Systems I (Wiley 1975), 6.4; Gross and Harris (Wiley, 3rd edition 1998), 5.3. D/M/1 and E_k/M/1 are cases.
/// </remarks>
public static class GeneralArrivals
{
    /// <summary>The share of customers who have to wait: the root below 1 of sigma = A*((1 - sigma) / service).</summary>
    /// <param name="gap">The time between customers.</param>
    /// <param name="service">Mean seconds of service, above 0 and below the mean gap.</param>
    /// <exception cref="ArgumentOutOfRangeException">The service is out of its range, or there is no steady state.</exception>
    public static double WaitingProbability(InterArrivalTime gap, double service) => 1 - IdleProbability(gap, service);

    /// <summary>The mean wait before service, in seconds: those who wait, wait an exponential time.</summary>
    /// <inheritdoc cref="WaitingProbability"/>
    public static double MeanWait(InterArrivalTime gap, double service)
    {
        var idle = IdleProbability(gap, service);
        return (1 - idle) * service / idle;
    }

    /// <summary>The wait that this share of customers does not exceed, in seconds.</summary>
    /// <param name="p">From 0, below 1.</param>
    /// <inheritdoc cref="WaitingProbability"/>
    public static double WaitQuantile(InterArrivalTime gap, double service, double p)
    {
        var idle = IdleProbability(gap, service);
        return ExponentialWait.Quantile(1 - idle, service / idle, p);
    }

    /// <summary>The share of customers who find the server idle, u = 1 - sigma: the root above 0 of u = 1 - A*(u / service).</summary>
    /// <remarks>
    /// (1 - A*(u / service)) / u falls from mean gap / service, above 1, to at most 1 at u = 1, so halving finds the one root;
    /// down to its last digit, since near saturation u is small. (A step of MathNet's root finders ends at an absolute error.)
    /// </remarks>
    private static double IdleProbability(InterArrivalTime gap, double service)
    {
        Load.Steady(1, gap.Mean, service);
        var (low, high) = (0.0, 1.0);
        for (var middle = 0.5; middle > low && middle < high; middle = (low + high) / 2)
        {
            if (gap.OutlastsExponential(middle / service) > middle)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }
        return high;
    }
}
