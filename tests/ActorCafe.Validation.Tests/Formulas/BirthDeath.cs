namespace ActorCafe.Validation.Tests.Formulas;

/// <summary>A population that grows and shrinks by one: how likely each size is in the long run.</summary>
/// <remarks>Kleinrock, Queueing Systems I (Wiley 1975), 3.1: p(n) is p(0) times the product of birth(i - 1) / death(i).</remarks>
public static class BirthDeath
{
    private const double Negligible = 1e-20;

    /// <summary>The probability of each size from 0 to <paramref name="largest"/>.</summary>
    /// <param name="birth">The rate of growing at a size, per unit of time.</param>
    /// <param name="death">The rate of shrinking at a size above 0.</param>
    /// <param name="largest">
    /// The largest size there is; null: none, and the sizes end where all larger ones together are negligible. For that the
    /// ratio birth(n - 1) / death(n) must fall below 1 and never rise again.
    /// </param>
    public static double[] Probabilities(Func<int, double> birth, Func<int, double> death, int? largest = null)
    {
        // In logarithms, as ratios to the likeliest size: the products alone overflow for long queues.
        var logarithms = new List<double> { 0 };
        var likeliest = 0.0;
        for (var size = 1; size <= (largest ?? int.MaxValue); size++)
        {
            var ratio = birth(size - 1) / death(size);
            var logarithm = logarithms[^1] + Math.Log(ratio);
            logarithms.Add(logarithm);
            likeliest = Math.Max(likeliest, logarithm);
            if (largest is null && ratio < 1 && Math.Exp(logarithm - likeliest) < Negligible * (1 - ratio))
                break;
        }
        var ratios = logarithms.Select(logarithm => Math.Exp(logarithm - likeliest)).ToArray();
        var sum = ratios.Sum();
        return [.. ratios.Select(ratio => ratio / sum)];
    }

    /// <summary>The long-run average of a value that depends on the size.</summary>
    public static double Average(double[] probabilities, Func<int, double> value) =>
        probabilities.Select((probability, size) => probability * value(size)).Sum();
}
