using ActorCafe.Queueing.Distributions;
using ActorCafe.Queueing.Theory;

namespace ActorCafe.Queueing.Tests.Theory;

public class InterArrivalTimeTests
{
    [Fact]
    public void Every_third_customer_of_a_Poisson_stream_comes_after_three_exponential_phases()
    {
        var gap = InterArrivalTime.Poisson(30).Every(3);

        gap.Mean.ShouldBe(90);
        gap.OutlastsExponential(0.01).ShouldBe(new Erlang(90, 3).OutlastsExponential(0.01)!.Value, 1e-12);
    }

    [Fact]
    public void A_third_of_a_Poisson_stream_picked_at_random_is_a_Poisson_stream()
    {
        var gap = InterArrivalTime.Poisson(30).Thinned(1.0 / 3);

        gap.Mean.ShouldBe(90);
        // 90 x 0.01 / (1 + 0.9)
        gap.OutlastsExponential(0.01).ShouldBe(0.9 / 1.9, 1e-12);
    }

    [Fact]
    public void Half_of_a_regular_stream_picked_at_random_has_geometric_gaps() =>
        // sum over k of 2^-k e^-k = (1/2 e^-1) / (1 - 1/2 e^-1) = 1 / (2e - 1)
        InterArrivalTime.Of(new Deterministic(1))!.Thinned(0.5).OutlastsExponential(1).ShouldBe(1 - (1 / ((2 * Math.E) - 1)), 1e-12);

    [Fact]
    public void Gaps_that_are_not_independent_or_always_nothing_are_none()
    {
        InterArrivalTime.Of(new Sequence([1, 2])).ShouldBeNull();
        InterArrivalTime.Of(new Deterministic(0)).ShouldBeNull();
    }

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => InterArrivalTime.Poisson(0));
        Should.Throw<ArgumentOutOfRangeException>(() => InterArrivalTime.Poisson(1).Every(0));
        Should.Throw<ArgumentOutOfRangeException>(() => InterArrivalTime.Poisson(1).Thinned(0));
    }
}
