using ActorCafe.Queueing.Statistics;
using CsCheck;

namespace ActorCafe.Queueing.Tests.Statistics;

public class RunningMomentsTests
{
    [Fact]
    public void Eight_observations_have_the_moments_worked_by_hand()
    {
        var moments = Of(2, 4, 4, 4, 5, 5, 7, 9);

        moments.Count.ShouldBe(8);
        moments.Mean.ShouldBe(5); // 40 / 8
        moments.StandardDeviation!.Value.ShouldBe(Math.Sqrt(32.0 / 7), 1e-15);
        moments.Max.ShouldBe(9);
    }

    [Fact]
    public void What_there_is_no_data_for_is_null()
    {
        Of().Mean.ShouldBeNull();
        Of().Max.ShouldBeNull();
        Of().StandardDeviation.ShouldBeNull();
        Of(3).StandardDeviation.ShouldBeNull();
        Of(-3).Max.ShouldBe(-3);
    }

    [Fact]
    public void A_large_common_offset_does_not_spoil_the_deviation() =>
        Of(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16).StandardDeviation!.Value.ShouldBe(Math.Sqrt(30), 1e-9); // 90 / 3

    [Fact]
    public void They_are_those_of_the_two_pass_formulas() =>
        Gen.Double[-1000, 1000].Array[2, 300].Sample(values =>
        {
            var moments = Of(values);
            var mean = values.Average();

            moments.Mean!.Value.ShouldBe(mean, 1e-9);
            moments.StandardDeviation!.Value.ShouldBe(Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Length - 1)), 1e-8);
            moments.Max.ShouldBe(values.Max());
        });

    private static RunningMoments Of(params double[] values)
    {
        var moments = new RunningMoments();
        foreach (var value in values)
        {
            moments.Add(value);
        }

        return moments;
    }
}
