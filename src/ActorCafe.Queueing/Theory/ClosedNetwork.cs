namespace ActorCafe.Queueing.Theory;

/// <summary>
/// A closed network: a fixed number of customers think, visit stations with one queue each and exponential service, and think again. The means are exact, those
/// of mean-value analysis.
/// </summary>
/// <remarks>
/// M. Reiser and S. S. Lavenberg, "Mean-value analysis of closed multichain queuing networks", Journal of the ACM 27 (1980). Their recursion loses digits where
/// a station with several servers is nearly always busy. The same means are therefore taken from the sums of the product form, whose terms are all positive (J.
/// P. Buzen, "Computational algorithms for closed queueing networks with exponential servers", Communications of the ACM 16, 1973). They are scaled by the
/// throughput at which independent stations would hold the population on average, so that nothing overflows and nothing that matters underflows.
/// </remarks>
internal static class ClosedNetwork
{
    /// <summary>The largest population: computing time grows with its square.</summary>
    public const int LargestPopulation = 10_000;

    /// <summary>The long-run means.</summary>
    /// <param name="population">The number of customers, from 1 to <see cref="LargestPopulation"/>.</param>
    /// <param name="think">Mean think time in seconds, 0 or above; only the mean of its distribution matters.</param>
    /// <param name="stations">The stations, one or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public static NetworkMeans Means(int population, double think, params IReadOnlyList<Station> stations)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(population, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(population, LargestPopulation);
        Require.NotNegative(think);
        ArgumentOutOfRangeException.ThrowIfZero(stations.Count);

        var logs = stations.Select(station => SizeWeights.Of(station.Checked(), population)).ToList();
        if (think > 0)
        {
            logs.Add(SizeWeights.OfThinking(think, population));
        }

        var scale = SizeWeights.BalancingScale(logs, population);
        var weights = logs.Select(log => SizeWeights.Scaled(log, scale)).ToArray();

        // The weights of all stations before each one, and of all from it on.
        var before = new double[weights.Length + 1][];
        var from = new double[weights.Length + 1][];
        before[0] = from[^1] = [1, .. new double[population]];
        for (var i = 0; i < weights.Length; i++)
        {
            before[i + 1] = Convolve(before[i], weights[i]);
        }

        for (var i = weights.Length - 1; i >= 0; i--)
        {
            from[i] = Convolve(from[i + 1], weights[i]);
        }

        var all = before[^1];
        var throughput = all[population - 1] / all[population] * Math.Exp(scale);
        var means = stations.Select((station, i) =>
        {
            var others = Convolve(before[i], from[i + 1]);
            var queue = 0.0;
            for (var size = station.Servers + 1; size <= population; size++)
            {
                queue += (size - station.Servers) * weights[i][size] * others[population - size];
            }

            queue /= all[population];
            return new StationMeans(throughput * station.Demand / station.Servers, queue / (throughput * station.Visits), queue);
        }).ToArray();
        return new(throughput, stations.Zip(means, (station, mean) => station.Visits * (mean.Wait + station.Service)).Sum(), means);
    }

    private static double[] Convolve(double[] a, double[] b)
    {
        var sums = new double[a.Length];
        for (var n = 0; n < sums.Length; n++)
        {
            for (var k = 0; k <= n; k++)
            {
                sums[n] += a[k] * b[n - k];
            }
        }
        return sums;
    }
}
