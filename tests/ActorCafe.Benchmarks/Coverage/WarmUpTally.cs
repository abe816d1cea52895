using System.Globalization;
using ActorCafe.Queueing.Statistics;

namespace ActorCafe.Benchmarks.Coverage;

/// <summary>What many experiments with one rule for the warm-up say about a mean that is known exactly.</summary>
internal sealed class WarmUpTally(string rule, double exact)
{
    private const double Confidence = 0.95;
    private readonly RunningMoments _means = new();
    private readonly RunningMoments _cuts = new();
    private readonly RunningMoments _halves = new();
    private readonly Share _replications = new();
    private readonly Share _oneRun = new();

    /// <summary>Counts an experiment of several replications of a shop, which leave out the same orders. The first one is judged by batch means, too.</summary>
    public void Add(IReadOnlyList<ResponseLog> runs, long warmUp)
    {
        double[] means = [.. runs.Select(run => run.After(warmUp).Average())];
        var interval = StudentT.Interval(means, Confidence)!.Value;
        _means.Add(means.Average());
        _cuts.Add(warmUp);
        _halves.Add((interval.High - interval.Low) / 2);
        _replications.Add(Holds(interval));

        var batches = new BatchMeans();
        foreach (var response in runs[0].After(warmUp))
        {
            batches.Add(response);
        }

        if (batches.Confidence(Confidence) is { } ofOneRun)
        {
            _oneRun.Add(Holds(ofOneRun));
        }
    }

    public override string ToString()
    {
        var error = _means.StandardDeviation!.Value / Math.Sqrt(_replications.Count);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {rule} | {_means.Mean:F2} | {100 * (_means.Mean!.Value - exact) / exact:F2} ± {100 * error / exact:F2} | {_replications} | {100 * _halves.Mean!.Value / exact:F1} | {_oneRun} | {_cuts.Mean:F0} |");
    }

    private bool Holds((double Low, double High) interval) => interval.Low <= exact && exact <= interval.High;

    /// <summary>A share of trials, with its own 95 % interval (Wilson, 1927).</summary>
    private sealed class Share
    {
        private const double Z = 1.96;
        private int _holding;

        public int Count { get; private set; }

        public void Add(bool holds)
        {
            Count++;
            _holding += holds ? 1 : 0;
        }

        public override string ToString()
        {
            if (Count == 0)
            {
                return "none";
            }

            var share = (double)_holding / Count;
            var centre = (share + (Z * Z / 2 / Count)) / (1 + (Z * Z / Count));
            var half = Z / (1 + (Z * Z / Count)) * Math.Sqrt((share * (1 - share) / Count) + (Z * Z / 4 / Count / Count));
            return string.Create(CultureInfo.InvariantCulture, $"{100 * share:F1} ({100 * (centre - half):F0} to {100 * (centre + half):F0})");
        }
    }
}
