namespace ActorCafe.Queueing.Theory;

/// <summary>A birth-death process: the long-run means of a population that grows and shrinks by one.</summary>
/// <remarks>Kleinrock, Queueing Systems I (Wiley 1975), 3.1: p(n) is p(0) times the product of birth(i - 1) / death(i).</remarks>
internal static class BirthDeath
{
    private const double Negligible = 1e-20;
    private const double Large = 1e200;

    /// <summary>Long-run averages of values that depend on the size.</summary>
    /// <param name="birth">The birth rate at a size, per unit of time.</param>
    /// <param name="death">The death rate at a size above 0, per unit of time.</param>
    /// <param name="largest">
    /// The largest size; null for no limit. The sum ends earlier where all larger sizes together are negligible, which requires that the ratio birth(n - 1) /
    /// death(n) never rises again once it is below 1.
    /// </param>
    /// <param name="values">The values, each called once for every size, in order from 0.</param>
    public static double[] Averages(Func<int, double> birth, Func<int, double> death, int? largest, params Func<int, double>[] values)
    {
        var sums = values.Select(value => value(0)).ToArray();
        var (weight, total) = (1.0, 1.0);
        for (var size = 1; size <= (largest ?? int.MaxValue); size++)
        {
            var ratio = birth(size - 1) / death(size);
            weight *= ratio;
            total += weight;
            for (var value = 0; value < values.Length; value++)
            {
                sums[value] += weight * values[value](size);
            }

            if (ratio < 1 && weight * (1.0 + size) < Negligible * (1 - ratio) * total)
            {
                break;
            }

            if (weight > Large)
            {
                // The products of long queues overflow, and only their ratios matter.
                total /= weight;
                for (var value = 0; value < values.Length; value++)
                {
                    sums[value] /= weight;
                }

                weight = 1;
            }
        }
        return [.. sums.Select(sum => sum / total)];
    }

    /// <summary>The long-run probability of each size from 0 on, as far as they matter; null if that is beyond <paramref name="longest"/> sizes.</summary>
    /// <inheritdoc cref="Averages"/>
    public static double[]? Probabilities(Func<int, double> birth, Func<int, double> death, int? largest, int longest)
    {
        // Relative to the largest so far, in logarithms: no product overflows.
        var (logs, log, top) = (new List<double> { 0 }, 0.0, 0.0);
        for (var size = 1; size <= (largest ?? int.MaxValue); size++)
        {
            var ratio = birth(size - 1) / death(size);
            log += Math.Log(ratio);
            top = Math.Max(top, log);
            if (ratio < 1 && log - top < Math.Log(Negligible * (1 - ratio)))
            {
                break;
            }

            if (size >= longest)
            {
                return null;
            }

            logs.Add(log);
        }

        var total = logs.Sum(weight => Math.Exp(weight - top));
        return [.. logs.Select(weight => Math.Exp(weight - top) / total)];
    }
}
