namespace ActorCafe.Pictures.Sales;

/// <summary>Measured service times and the distributions fitted to them.</summary>
/// <param name="Count">The number of times.</param>
/// <param name="Seconds">The times in seconds, the smallest first; of very many a part of the same shape.</param>
/// <param name="Curves">The fitted distributions, the chosen one first; at least one.</param>
/// <param name="Goodness">How well the chosen one fits, in a sentence.</param>
public sealed record MeasuredTimes(int Count, IReadOnlyList<double> Seconds, IReadOnlyList<TimeCurve> Curves, string Goodness)
{
    // A few long times would leave the others no room.
    private const double Shown = 0.995;

    /// <summary>The end of the time axis in seconds.</summary>
    public double End => Seconds[Math.Min(Seconds.Count - 1, (int)(Shown * Seconds.Count))] * 1.05;

    /// <summary>The largest distance between the shares of times up to any length, measured and by the chosen curve, and where it is.</summary>
    public (double Seconds, double Measured, double Fitted) LargestDistance() => Enumerable.Range(0, Seconds.Count)
        .SelectMany(at => ((double, double, double)[])[(Seconds[at], (double)at / Seconds.Count, Curves[0].Share(Seconds[at])), (Seconds[at], (at + 1.0) / Seconds.Count, Curves[0].Share(Seconds[at]))])
        .MaxBy(point => Math.Abs(point.Item2 - point.Item3));
}

/// <summary>A fitted distribution.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Density">The density at a time in seconds above 0.</param>
/// <param name="Share">The share of times up to one in seconds.</param>
public sealed record TimeCurve(string Name, Func<double, double> Density, Func<double, double> Share);
