namespace ActorCafe.Queueing.Theory;

/// <summary>The weights of the sizes 0 ... N of a station at a throughput of 1, relative to each other, as logarithms.</summary>
internal static class SizeWeights
{
    /// <summary>The weight of n customers at c servers is the product of demand / min(i, c) over i = 1 ... n.</summary>
    public static double[] Of(Station station, int population) => Weights(population, size => station.Demand / Math.Min(size, station.Servers));

    /// <summary>Thinking is a station with as many servers as there are customers.</summary>
    public static double[] OfThinking(double think, int population) => Weights(population, size => think / size);

    /// <summary>The logarithm of the throughput at which the mean sizes of the stations, each on its own, add up to the population.</summary>
    public static double BalancingScale(IReadOnlyList<double[]> logs, int population)
    {
        // At these bounds each size is far less, or far more, likely than the one below it, so that all sizes are 0, or all are N.
        var least = logs.Min(log => Slopes(log).Min());
        var most = logs.Max(log => Slopes(log).Max());
        var (low, high) = (-most - 50, -least + 50);
        for (var step = 0; step < 100; step++)
        {
            var middle = (low + high) / 2;
            if (logs.Sum(log => Mean(Scaled(log, middle))) < population)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /// <summary>The probabilities of the sizes at a throughput, which is given as its logarithm.</summary>
    public static double[] Scaled(double[] log, double throughput)
    {
        var scaled = log.Select((value, size) => value + (size * throughput)).ToArray();
        var largest = scaled.Max();
        var weights = scaled.Select(value => Math.Exp(value - largest)).ToArray();
        var sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }

    private static double[] Weights(int population, Func<int, double> ratio)
    {
        var logs = new double[population + 1];
        for (var size = 1; size <= population; size++)
        {
            logs[size] = logs[size - 1] + Math.Log(ratio(size));
        }

        return logs;
    }

    private static IEnumerable<double> Slopes(double[] log) => Enumerable.Range(1, log.Length - 1).Select(size => log[size] - log[size - 1]);

    private static double Mean(double[] probabilities) => probabilities.Select((probability, size) => size * probability).Sum();
}
