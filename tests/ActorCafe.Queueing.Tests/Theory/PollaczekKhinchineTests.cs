using ActorCafe.Queueing.Theory;

namespace ActorCafe.Queueing.Tests.Theory;

public class PollaczekKhinchineTests
{
    [Fact]
    public void Constant_service_halves_the_wait_of_exponential_service()
    {
        // E[S^2] = 900 or 1800, over 2 x (60 - 30)
        PollaczekKhinchine.MeanWait(gap: 60, service: 30, variance: 0).ShouldBe(15, 1e-10);
        PollaczekKhinchine.MeanWait(gap: 60, service: 30, variance: 900).ShouldBe(30, 1e-10);
    }

    [Theory]
    [InlineData(60, 60, 0)]
    [InlineData(60, 0, 0)]
    [InlineData(60, 30, -1)]
    public void What_is_out_of_range_is_refused(double gap, double service, double variance) =>
        Should.Throw<ArgumentOutOfRangeException>(() => PollaczekKhinchine.MeanWait(gap, service, variance));
}
