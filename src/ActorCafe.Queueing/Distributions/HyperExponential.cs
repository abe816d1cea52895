using System.Collections.Immutable;
using ActorCafe.Queueing.Streams;

namespace ActorCafe.Queueing.Distributions;

/// <summary>The hyperexponential distribution: one of several exponentials, picked at random; coefficient of variation 1 or above.</summary>
internal sealed class HyperExponential : Distribution
{
    private readonly ImmutableArray<double> _means;
    private readonly Choice _choice;

    /// <param name="means">Seconds, each above 0, at least one.</param>
    /// <param name="probabilities">As many as means, each 0 or above, adding up to 1 (within 1e-9, then normalised).</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public HyperExponential(ImmutableArray<double> means, ImmutableArray<double> probabilities)
    {
        _means = Require.NotNegative(means);
        foreach (var mean in means)
        {
            Require.Positive(mean, nameof(means));
        }

        _choice = new Choice(probabilities, means.Length);
        Mean = _choice.Expect(i => means[i]);
        Variance = (2 * _choice.Expect(i => means[i] * means[i])) - (Mean * Mean);
    }

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override double Variance { get; }

    /// <summary>
    /// Creates two phases with balanced means, p1 m1 = p2 m2, with p1 = (1 + √((cv² - 1) / (cv² + 1))) / 2 (Whitt, "Approximating a point process by a renewal
    /// process, I", Operations Research 30, 1982).
    /// </summary>
    /// <param name="mean">Seconds, above 0.</param>
    /// <param name="cv">Coefficient of variation, from 1 to 1e6.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public static HyperExponential Balanced(double mean, double cv)
    {
        Require.Positive(mean);
        var squared = Require.Within(cv, 1, 1e6) * cv;
        var root = Math.Sqrt((squared - 1) / (squared + 1));
        // (1 - root) / 2, written so that nothing cancels when the cv is large.
        var rare = 1 / ((squared + 1) * (1 + root));
        return new HyperExponential([mean / (2 * (1 - rare)), mean / (2 * rare)], [1 - rare, rare]);
    }

    /// <inheritdoc/>
    public override double? OutlastsExponential(double rate) => _choice.Expect(i => rate * _means[i] / (1 + (rate * _means[i])));

    /// <inheritdoc/>
    public override double Sample(ref RandomStream random, long index) =>
        _means[_choice.Pick(ref random)] * random.NextExponential();
}
