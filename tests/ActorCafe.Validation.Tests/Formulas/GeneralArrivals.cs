namespace ActorCafe.Validation.Tests.Formulas;

/// <summary>One server with exponential service whose customers come at independent gaps of any distribution, GI/M/1.</summary>
/// <remarks>
/// D. G. Kendall, "Stochastic processes occurring in the theory of queues", Annals of Mathematical Statistics 24 (1953);
/// Kleinrock, Queueing Systems I (Wiley 1975), 6.4; Gross and Harris (Wiley, 3rd edition 1998), 5.3.
/// </remarks>
public static class GeneralArrivals
{
    /// <summary>The share of customers who have to wait: the root below 1 of sigma = A*((1 - sigma) / service).</summary>
    /// <param name="gap">The time between customers.</param>
    /// <param name="service">Mean seconds of service, below the mean gap.</param>
    public static double WaitingProbability(Gap gap, double service)
    {
        ErlangC.ThrowUnlessSteady(1, service / gap.Mean);
        // From 0 the iteration climbs to the smallest root and never past it, which 1, always a root too, would be.
        var (sigma, next) = (0.0, gap.Transform(1 / service));
        while (next > sigma)
            (sigma, next) = (next, gap.Transform((1 - next) / service));
        return sigma;
    }

    /// <summary>The mean wait before service, in seconds: those who wait, wait an exponential time.</summary>
    public static double MeanWait(Gap gap, double service)
    {
        var sigma = WaitingProbability(gap, service);
        return sigma * service / (1 - sigma);
    }

    /// <summary>
    /// The mean wait where a Poisson stream is dealt out in turn to servers with a queue each (round robin): each server's
    /// customers come after every c-th gap of the stream, so it is an E_c/M/1.
    /// </summary>
    /// <param name="servers">1 or more.</param>
    /// <param name="gap">Mean seconds between customers of the whole stream.</param>
    /// <param name="service">Mean seconds of service.</param>
    public static double MeanWaitInTurn(int servers, double gap, double service)
    {
        ErlangC.ThrowUnlessSteady(servers, service / gap);
        return MeanWait(Gap.Erlang(servers * gap, servers), service);
    }
}

/// <summary>The time between customers, as <see cref="GeneralArrivals"/> needs it.</summary>
/// <param name="Mean">Seconds.</param>
/// <param name="Transform">The Laplace transform A*(s) of its density, s per second.</param>
public sealed record Gap(double Mean, Func<double, double> Transform)
{
    /// <summary>A sum of exponential phases.</summary>
    /// <param name="mean">Seconds, of the whole.</param>
    /// <param name="phases">From 1.</param>
    public static Gap Erlang(double mean, int phases) => new(mean, s => Math.Pow(1 + (s * mean / phases), -phases));

    /// <summary>Always the same.</summary>
    public static Gap Deterministic(double value) => new(value, s => Math.Exp(-s * value));

    /// <summary>One of several exponentials.</summary>
    public static Gap HyperExponential(double[] means, double[] probabilities) => new(
        means.Zip(probabilities, (mean, probability) => probability * mean).Sum(),
        s => means.Zip(probabilities, (mean, probability) => probability / (1 + (s * mean))).Sum());
}
