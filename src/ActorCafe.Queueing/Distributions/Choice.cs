using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ActorCafe.Queueing.Streams;

namespace ActorCafe.Queueing.Distributions;

/// <summary>Picks one of several by given probabilities.</summary>
internal sealed class Choice
{
    /// <summary>The largest distance from 1 of the sum of the given probabilities.</summary>
    private const double Tolerance = 1e-9;

    private readonly double[] _probabilities;
    private readonly double[] _cumulative;

    /// <exception cref="ArgumentOutOfRangeException">
    /// A probability is negative, their number is not <paramref name="count"/>, or their sum is not 1.
    /// </exception>
    public Choice(
        ImmutableArray<double> probabilities, int count,
        [CallerArgumentExpression(nameof(probabilities))] string name = "")
    {
        if (Require.NotNegative(probabilities, name).Length != count)
        {
            throw Require.Wrong(name, probabilities.Length, $"must be as many as the others, {count}");
        }

        var sum = probabilities.Sum();
        if (Math.Abs(sum - 1) > Tolerance)
        {
            throw Require.Wrong(name, sum, "must add up to 1");
        }

        _probabilities = [.. probabilities.Select(probability => probability / sum)];
        _cumulative = new double[count];
        var total = 0.0;
        for (var i = 0; i < count; i++)
        {
            _cumulative[i] = total += _probabilities[i];
        }
        // Rounding must not leave a gap below 1 in which a last item of probability 0 could be picked.
        var last = Array.FindLastIndex(_probabilities, probability => probability > 0);
        Array.Fill(_cumulative, 1, last, count - last);
    }

    /// <summary>The expected value over the picked index.</summary>
    public double Expect(Func<int, double> valueAt) => _probabilities.Select((probability, i) => probability * valueAt(i)).Sum();

    /// <summary>Picks an index: the first whose cumulative probability is above U.</summary>
    public int Pick(ref RandomStream random)
    {
        var u = random.NextDouble();
        var (low, high) = (0, _cumulative.Length - 1);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (u < _cumulative[middle])
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }
        return low;
    }
}
