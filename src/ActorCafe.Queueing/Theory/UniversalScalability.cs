namespace ActorCafe.Queueing.Theory;

/// <summary>
/// The universal scalability law: how throughput grows with workers that wait for something they share (contention) and must agree with each other (coherency).
/// Beyond some number of workers it falls. Without coherency it is Amdahl's law.
/// </summary>
/// <remarks>N. J. Gunther, Guerrilla Capacity Planning (Springer 2007), chapters 4 to 6.</remarks>
internal static class UniversalScalability
{
    /// <summary>Throughput of all workers / of one: n / (1 + contention (n - 1) + coherency n (n - 1)).</summary>
    /// <param name="workers">1 or more.</param>
    /// <param name="contention">From 0 to 1.</param>
    /// <param name="coherency">0 or above.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public static double SpeedUp(int workers, double contention, double coherency)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        Require.Within(contention, 0, 1);
        Require.NotNegative(coherency);
        var others = workers - 1.0;
        return workers / (1 + (contention * others) + (coherency * workers * others));
    }

    /// <summary>
    /// The number of workers with the largest throughput, √((1 - contention) / coherency), not rounded, at least 1; infinite without coherency.
    /// </summary>
    /// <inheritdoc cref="SpeedUp"/>
    public static double BestWorkers(double contention, double coherency) =>
        Math.Max(1, Math.Sqrt((1 - Require.Within(contention, 0, 1)) / Require.NotNegative(coherency)));
}
