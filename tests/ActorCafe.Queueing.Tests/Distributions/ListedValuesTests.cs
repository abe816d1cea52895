using ActorCafe.Queueing.Distributions;
using ActorCafe.Queueing.Streams;

namespace ActorCafe.Queueing.Tests.Distributions;

public class ListedValuesTests
{
    [Fact]
    public void A_sequence_gives_its_values_one_after_the_other_and_again()
    {
        var random = default(RandomStream);
        var sequence = new Sequence([5, 7, 0]);

        double[] drawn = [.. Enumerable.Range(0, 7).Select(index => sequence.Sample(ref random, index))];

        drawn.ShouldBe([5, 7, 0, 5, 7, 0, 5]);
        sequence.Sample(ref random, long.MaxValue).ShouldBe(7); // 2^63 - 1 = 1 modulo 3
        random.ShouldBe(default);
        Should.Throw<ArgumentOutOfRangeException>(() => sequence.Sample(ref random, -1)).ParamName.ShouldBe("index");
    }

    [Fact]
    public void Each_discrete_value_comes_as_often_as_its_probability_says()
    {
        // Those of probability 0 stand at both ends and in the middle.
        var discrete = new Discrete([0, 10, 20, 30, 40], [0, 0.1, 0, 0.9, 0]);
        var counts = new Dictionary<double, int>();
        for (var i = 0; i < 1_000_000; i++)
        {
            var random = RandomStream.For(1, 2, i);
            var value = discrete.Sample(ref random, i);
            counts[value] = counts.GetValueOrDefault(value) + 1;
        }

        counts.Keys.ShouldBe([10, 30], ignoreOrder: true);
        counts[10].ShouldBeInRange(100_000 - 1200, 100_000 + 1200); // deviation √(10^6 x 0.1 x 0.9) = 300
    }

    [Fact]
    public void Probabilities_that_add_up_to_1_but_for_rounding_are_normalised()
    {
        var discrete = new Discrete([3, 3, 3], [0.3333333333, 0.3333333333, 0.3333333333]);

        discrete.Mean.ShouldBe(3, 1e-15);
        discrete.Variance.ShouldBe(0, 1e-25);
    }

    [Fact]
    public void A_hyperexponential_of_cv_1_is_the_exponential_and_a_large_cv_keeps_its_moments()
    {
        HyperExponential.Balanced(60, 1).Variance.ShouldBe(3600, 1e-9);
        HyperExponential.Balanced(60, 1000).Mean.ShouldBe(60, 1e-9);
        HyperExponential.Balanced(60, 1000).Variance.ShouldBe(3600e6, 1e-3);
    }
}
