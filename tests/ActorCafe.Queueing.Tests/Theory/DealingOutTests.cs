using ActorCafe.Queueing.Theory;

namespace ActorCafe.Queueing.Tests.Theory;

/// <summary>A queue per server: dealt out in turn, or at random.</summary>
public class DealingOutTests
{
    [Fact]
    public void Three_grinders_in_turn_keep_who_comes_every_30_s_waiting_for_68_s() =>
        // phases of 30 s, service 60 s: sigma (1 + (1 - sigma) / 2)^3 = 1, or, with u = (3 - sigma) / 2, (3 - 2u) u^3 = 1, which is
        // (u - 1)(2u^3 - u^2 - u - 1) = 0: u = 1.2337519, sigma = 0.5324962. Wait: 0.5324962 x 60 / 0.4675038
        RoundRobin.MeanWait(3, gap: 30, service: 60).ShouldBe(68.341, 5e-4);

    [Fact]
    public void Three_grinders_at_random_keep_them_waiting_for_120_s()
    {
        // each an M/M/1 with a customer every 90 s: 2/3 / (1/3) x 60 s; with constant times half of that
        RandomSplitting.Gap(3, 30).ShouldBe(90);
        RandomSplitting.MeanWait(3, gap: 30, service: 60).ShouldBe(120, 1e-9);
        RandomSplitting.MeanWait(3, gap: 30, service: 60, variance: 0).ShouldBe(60, 1e-9);
    }

    [Fact]
    public void One_server_is_dealt_everything()
    {
        RoundRobin.MeanWait(1, gap: 60, service: 30).ShouldBe(30, 1e-9);
        RandomSplitting.MeanWait(1, gap: 60, service: 30).ShouldBe(30, 1e-9);
    }

    [Fact]
    public void In_turn_ten_thousand_servers_near_saturation_wait_as_a_regular_stream_does() =>
        // half of M/M/1's: 0.999 / 0.001 x 60 s / 2
        RoundRobin.MeanWait(10_000, gap: 60 / 9990.0, service: 60).ShouldBe(60 * 999 / 2.0, 60);

    [Fact]
    public void No_steady_state_is_no_number()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => RoundRobin.MeanWait(2, gap: 30, service: 60));
        Should.Throw<ArgumentOutOfRangeException>(() => RandomSplitting.MeanWait(2, gap: 30, service: 60));
        Should.Throw<ArgumentOutOfRangeException>(() => RandomSplitting.Gap(0, gap: 30));
    }
}
