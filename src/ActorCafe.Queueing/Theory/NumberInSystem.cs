using System.Collections.Immutable;

namespace ActorCafe.Queueing.Theory;

/// <summary>The distribution of the number of customers in a queueing system in the long run.</summary>
internal sealed class NumberInSystem
{
    /// <summary>The probability of all numbers together that are left out, at most.</summary>
    public const double LeftOut = 1e-9;

    private const int Longest = 20_000;

    // So little that sums of many stations still leave out less than that.
    private const double Negligible = 1e-13;

    private NumberInSystem(IEnumerable<double> probabilities) => Probabilities = [.. probabilities];

    /// <summary>The probability of each number, from 0 on. They add up to 1 except for <see cref="LeftOut"/>.</summary>
    public ImmutableArray<double> Probabilities { get; }

    public double Mean => Probabilities.Select((probability, number) => number * probability).Sum();

    /// <summary>The probability that the number is larger than <paramref name="number"/>.</summary>
    public double MoreThan(int number) => Probabilities.Skip(number + 1).Reverse().Sum();

    /// <summary>The smallest number that is not exceeded with probability <paramref name="p"/>, within (0, 1).</summary>
    public int Quantile(double p)
    {
        Require.Between(p, 0, 1);
        var (number, sum) = (0, Probabilities[0]);
        while (sum < p && number < Probabilities.Length - 1)
        {
            sum += Probabilities[++number];
        }

        return number;
    }

    /// <summary>The sum of two independent numbers, as of two stations of a Jackson network; null if the distribution is too long.</summary>
    public NumberInSystem? Plus(NumberInSystem other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var sums = new double[Probabilities.Length + other.Probabilities.Length - 1];
        for (var here = 0; here < Probabilities.Length; here++)
        {
            var probability = Probabilities[here];
            for (var there = 0; probability > 0 && there < other.Probabilities.Length; there++)
            {
                sums[here + there] += probability * other.Probabilities[there];
            }
        }

        return Of(sums);
    }

    /// <summary>
    /// The number in M/M/c, or with limited room in M/M/c/K (M/G/c/c where nobody waits), or with an exponential patience in M/M/c+M; null if the
    /// distribution is too long.
    /// </summary>
    /// <remarks>See <see cref="ErlangC"/>, <see cref="LimitedQueue"/>, <see cref="ErlangB"/> and <see cref="ErlangA"/>.</remarks>
    /// <param name="servers">The number of servers, 1 or more.</param>
    /// <param name="gap">Mean inter-arrival time in seconds, above 0.</param>
    /// <param name="service">Mean service time in seconds, above 0.</param>
    /// <param name="places">Customers that there is room for, including those in service, not below the number of servers; null for no limit.</param>
    /// <param name="patience">Mean patience in seconds, above 0; null for no limit.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range, or there is no steady state.</exception>
    public static NumberInSystem? OfServers(int servers, double gap, double service, int? places = null, double? patience = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(servers, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(places ?? servers, servers, nameof(places));
        Load.Of(gap, service);
        if (places is null && patience is null)
        {
            Load.Steady(servers, gap, service);
        }

        var reneging = 1 / Require.Positive(patience ?? double.MaxValue, nameof(patience));
        return BirthDeath.Probabilities(_ => 1 / gap, size => (Math.Min(size, servers) / service) + (Math.Max(0, size - servers) * reneging), places, Longest) is { } probabilities
            ? Of(probabilities)
            : null;
    }

    /// <summary>The number in M/G/infinity, a server for everybody: a Poisson distribution; null if it is too long.</summary>
    /// <remarks>
    /// Kleinrock I (1975), 3.4; N. M. Mirasol, "The output of an M/G/infinity queuing system is Poisson", Operations Research 11 (1963). It holds for any service
    /// distribution with the same mean.
    /// </remarks>
    /// <param name="load">Offered load in erlangs, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The load is out of range.</exception>
    public static NumberInSystem? WithoutWaiting(double load) =>
        BirthDeath.Probabilities(_ => Require.Positive(load), size => size, null, Longest) is { } probabilities ? Of(probabilities) : null;

    /// <summary>The distribution whose probabilities begin as given; null if they do not add up to 1 soon enough.</summary>
    internal static NumberInSystem? Of(IEnumerable<double> probabilities)
    {
        var (kept, sum) = (new List<double>(), 0.0);
        foreach (var probability in probabilities.Take(Longest))
        {
            kept.Add(probability);
            sum += probability;
            if (sum > 1 - Negligible || (sum > 1 - LeftOut && probability < Negligible))
            {
                break;
            }
        }

        return sum > 1 - LeftOut ? new NumberInSystem(kept) : null;
    }
}
