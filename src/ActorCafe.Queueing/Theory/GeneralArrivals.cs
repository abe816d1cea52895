namespace ActorCafe.Queueing.Theory;

/// <summary>The GI/M/1 queue: one server with exponential service and independent inter-arrival times of any distribution.</summary>
/// <remarks>
/// D. G. Kendall, "Stochastic processes occurring in the theory of queues", Annals of Mathematical Statistics 24 (1953); Kleinrock, Queueing Systems I (Wiley
/// 1975), 6.4; Gross and Harris (Wiley, 3rd edition 1998), 5.3. D/M/1 and E_k/M/1 are special cases.
/// </remarks>
internal static class GeneralArrivals
{
    /// <summary>
    /// The probability that a customer has to wait: the root below 1 of sigma = A*((1 - sigma) / service), A* being the Laplace transform of the gap.
    /// </summary>
    /// <param name="gap">The inter-arrival time.</param>
    /// <param name="service">Mean service time in seconds, above 0 and below the mean inter-arrival time.</param>
    /// <exception cref="ArgumentOutOfRangeException">The service time is out of range, or there is no steady state.</exception>
    public static double WaitingProbability(InterArrivalTime gap, double service) => 1 - IdleProbability(gap, service);

    /// <summary>The mean wait before service, in seconds. Customers who have to wait do so for an exponential time.</summary>
    /// <inheritdoc cref="WaitingProbability"/>
    public static double MeanWait(InterArrivalTime gap, double service)
    {
        var idle = IdleProbability(gap, service);
        return (1 - idle) * service / idle;
    }

    /// <summary>The wait that a share <paramref name="p"/> of customers does not exceed, in seconds.</summary>
    /// <param name="p">0 or above, and below 1.</param>
    /// <inheritdoc cref="WaitingProbability"/>
    public static double WaitQuantile(InterArrivalTime gap, double service, double p)
    {
        var idle = IdleProbability(gap, service);
        return ExponentialWait.Quantile(1 - idle, service / idle, p);
    }

    /// <summary>The probability that a customer finds the server idle, u = 1 - sigma: the root above 0 of u = 1 - A*(u / service).</summary>
    /// <remarks>
    /// (1 - A*(u / service)) / u falls from mean gap / service, above 1, to at most 1 at u = 1, so bisection finds the only root. It goes on to the last digit,
    /// because u is small near saturation and MathNet's root finders stop at an absolute error.
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
