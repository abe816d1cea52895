using System.Collections.Immutable;

namespace ActorCafe.Analysis.Planning;

/// <summary>Pools that were tried by playing them.</summary>
/// <param name="Workers">The size of each stage's pool.</param>
/// <param name="CostPerHour">What they cost.</param>
/// <param name="Runs">How many independent runs were played.</param>
/// <param name="Judgements">A judgement for each target.</param>
/// <param name="Utilisation">The share of its time each stage's pool was in service.</param>
public sealed record Trial(
    ImmutableArray<int> Workers, double CostPerHour, int Runs, ImmutableArray<Judgement> Judgements, ImmutableArray<double?> Utilisation)
{
    /// <summary>How likely all targets are kept at once, at least (Bonferroni).</summary>
    public double Sure => Math.Max(0, 1 - Judgements.Sum(one => 1 - one.Sure));

    /// <summary>Whether they are kept with this confidence.</summary>
    public bool Meets(double confidence) => Sure >= confidence;

    /// <summary>Whether one of them is missed with this confidence.</summary>
    public bool Misses(double confidence) => Judgements.Any(one => one.Sure <= 1 - confidence);
}
