using ActorCafe.Queueing.Theory;

namespace ActorCafe.Queueing.Tests.Theory;

public class ErlangCTests
{
    [Fact]
    public void Two_erlangs_at_three_servers_with_a_queue_make_four_customers_of_nine_wait() =>
        // 3 x 4/19 / (3 - 2 x 15/19) = (12/19) / (27/19)
        ErlangC.WaitingProbability(3, 2).ShouldBe(4.0 / 9, 1e-12);

    [Fact]
    public void Three_grinders_of_60_s_keep_who_comes_every_30_s_waiting_for_26_and_two_thirds_s() =>
        // 4/9 x 60 s / (3 - 2)
        ErlangC.MeanWait(3, gap: 30, service: 60).ShouldBe(80.0 / 3, 1e-10);

    [Fact]
    public void One_server_at_half_load_is_on_average_as_long_in_waiting_as_in_service()
    {
        // rho / (1 - rho) x service; half a customer waits
        ErlangC.MeanWait(1, gap: 60, service: 30).ShouldBe(30, 1e-10);
        ErlangC.MeanResponse(1, gap: 60, service: 30).ShouldBe(60, 1e-10);
        ErlangC.MeanQueueLength(1, gap: 60, service: 30).ShouldBe(0.5, 1e-10);
    }

    [Fact]
    public void Places_hold_the_front_part_of_the_queue()
    {
        // load 1/2: of k or more waiting 1/2 x 2^-k: 1/4 with one place, 3/8 with two, 1/2 in all
        ErlangC.MeanQueueLength(1, gap: 60, service: 30, places: 0).ShouldBe(0);
        ErlangC.MeanQueueLength(1, gap: 60, service: 30, places: 1).ShouldBe(1.0 / 4, 1e-12);
        ErlangC.MeanQueueLength(1, gap: 60, service: 30, places: 2).ShouldBe(3.0 / 8, 1e-12);
        ErlangC.MeanQueueLength(1, gap: 60, service: 30, places: int.MaxValue).ShouldBe(1.0 / 2, 1e-12);
    }

    [Fact]
    public void Half_of_those_who_wait_wait_longer_than_the_half_life_of_the_queue()
    {
        // 4/9 wait, half of them (2/9) longer than ln 2 x 60 s / (3 - 2); 5/9 not at all
        var halfLife = 60 * Math.Log(2);
        ErlangC.WaitQuantile(3, gap: 30, service: 60, p: 7.0 / 9).ShouldBe(halfLife, 1e-9);
        ErlangC.WaitQuantile(3, gap: 30, service: 60, p: 0.5).ShouldBe(0);
        ErlangC.ShareWaitingLonger(3, gap: 30, service: 60, seconds: halfLife).ShouldBe(2.0 / 9, 1e-12);
        ErlangC.ShareWaitingLonger(3, gap: 30, service: 60, seconds: 0).ShouldBe(4.0 / 9, 1e-12);
    }

    [Fact]
    public void Ten_thousand_servers_in_the_square_root_regime_wait_as_Halfin_and_Whitt_say()
    {
        // One customer in two hundred short of full, beta = 0.5: C = 1 / (1 + beta Φ(beta) / φ(beta))
        // = 1 / (1 + 0.5 x 0.6914625 / 0.3520653) = 0.5045 (Operations Research 29, 1981), to O(1 / √c).
        ErlangC.WaitingProbability(10_000, 10_000 - 50).ShouldBe(0.5045, 0.01);
    }

    [Theory]
    [InlineData(1e-6)]
    [InlineData(1e-12)]
    public void Near_saturation_one_server_keeps_its_digits(double spare)
    {
        var load = 1 - spare;
        ErlangC.WaitingProbability(1, load).ShouldBe(load, 1e-15);
        ErlangC.MeanWait(1, 1, load).ShouldBe(load * load / (1 - load), 1e-9 * load / (1 - load));
    }

    [Fact]
    public void Ten_thousand_servers_with_next_to_nothing_to_do_make_nobody_wait() =>
        ErlangC.MeanWait(10_000, gap: 60, service: 60).ShouldBe(0);

    [Fact]
    public void No_steady_state_is_no_number()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => ErlangC.MeanWait(2, gap: 30, service: 60))
            .Message.ShouldContain("there is no steady state");
        Should.Throw<ArgumentOutOfRangeException>(() => ErlangC.MeanWait(0, gap: 30, service: 6));
        Should.Throw<ArgumentOutOfRangeException>(() => ErlangC.MeanWait(2, gap: double.NaN, service: 6));
        Should.Throw<ArgumentOutOfRangeException>(() => ErlangC.WaitQuantile(2, gap: 30, service: 6, p: 1));
        Should.Throw<ArgumentOutOfRangeException>(() => ErlangC.ShareWaitingLonger(2, gap: 30, service: 6, seconds: -1));
    }
}
