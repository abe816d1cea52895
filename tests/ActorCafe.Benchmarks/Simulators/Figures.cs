namespace ActorCafe.Benchmarks.Simulators;

/// <summary>What was measured of a simulator.</summary>
/// <param name="Orders">The orders of a round.</param>
/// <param name="ColdSeconds">CPU seconds from the start of its process to the end of the first round.</param>
/// <param name="WarmSeconds">CPU seconds of each later round.</param>
/// <param name="BytesPerOrder">Allocated bytes per order; null if unknown.</param>
/// <param name="PeakMegabytes">The peak memory of its process.</param>
/// <param name="Means">The mean response time of each round, in seconds.</param>
internal sealed record Figures(
    long Orders, double ColdSeconds, IReadOnlyList<double> WarmSeconds, double? BytesPerOrder, double PeakMegabytes, IReadOnlyList<double> Means)
{
    /// <summary>Million orders per CPU-second in the first round.</summary>
    public double Cold => Rate(ColdSeconds);

    /// <summary>Million orders per CPU-second in each later round.</summary>
    public IReadOnlyList<double> Warm => [.. WarmSeconds.Select(Rate)];

    private double Rate(double seconds) => Orders / seconds / 1e6;
}
