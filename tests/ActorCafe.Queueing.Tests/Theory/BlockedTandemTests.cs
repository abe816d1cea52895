using ActorCafe.Queueing.Theory;

namespace ActorCafe.Queueing.Tests.Theory;

public class BlockedTandemTests
{
    [Fact]
    public void Two_equal_servers_without_room_between_them_lose_a_third()
    {
        // 0, 1 or 2 (one kept) are equally likely
        BlockedTandem.Throughput(60, 60, 0).ShouldBe(2.0 / 3 / 60, 1e-12);
        BlockedTandem.Blocked(60, 60, 0).ShouldBe(1.0 / 3, 1e-12);
        BlockedTandem.MeanQueueLength(60, 60, 0).ShouldBe(0);

        // with one place 0 ... 3 are: one waits in two of four moments
        BlockedTandem.Throughput(60, 60, 1).ShouldBe(3.0 / 4 / 60, 1e-12);
        BlockedTandem.MeanQueueLength(60, 60, 1).ShouldBe(1.0 / 2, 1e-12);

        // unequal: mu1 mu2 (mu1 + mu2) / (mu1^2 + mu1 mu2 + mu2^2), here 1, 2: 2 x 3 / 7
        BlockedTandem.Throughput(1, 0.5, 0).ShouldBe(6.0 / 7, 1e-12);
    }

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(1, 0, 0)]
    [InlineData(1, 1, -1)]
    public void What_is_out_of_range_is_refused(double first, double second, int places) =>
        Should.Throw<ArgumentOutOfRangeException>(() => BlockedTandem.Throughput(first, second, places));
}
