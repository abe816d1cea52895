using ActorCafe.Queueing.Theory;

namespace ActorCafe.Queueing.Tests.Theory;

public class BatchArrivalsTests
{
    [Fact]
    public void Groups_of_four_wait_for_their_own_too()
    {
        // load 1/2: inside 1/2 x 5 / (2 x 1/2) = 2.5, at one customer a minute 150 s, less 30 s of service
        BatchArrivals.MeanWait(4, gap: 240, service: 30).ShouldBe(120, 1e-10);
        BatchArrivals.MeanWait(1, gap: 60, service: 30).ShouldBe(30, 1e-10);
    }

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => BatchArrivals.MeanWait(0, 240, 30));
        Should.Throw<ArgumentOutOfRangeException>(() => BatchArrivals.MeanWait(4, 240, 60));
    }
}
