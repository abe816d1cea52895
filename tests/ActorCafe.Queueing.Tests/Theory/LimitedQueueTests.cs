using ActorCafe.Queueing.Theory;

namespace ActorCafe.Queueing.Tests.Theory;

public class LimitedQueueTests
{
    [Fact]
    public void A_server_with_one_waiting_place_at_load_one_turns_every_third_away()
    {
        // sizes 0, 1, 2 are equally likely: 1/3 blocked; 1/3 waiting on average, of 2/3 of the customers: half a gap
        LimitedQueue.BlockingProbability(1, 2, gap: 40, service: 40).ShouldBe(1.0 / 3, 1e-12);
        LimitedQueue.MeanQueueLength(1, 2, gap: 40, service: 40).ShouldBe(1.0 / 3, 1e-12);
        LimitedQueue.MeanWait(1, 2, gap: 40, service: 40).ShouldBe(20, 1e-10);
    }

    [Fact]
    public void Twice_as_many_as_it_can_serve_find_a_server_with_two_waiting_places_full_in_eight_of_fifteen_moments()
    {
        // sizes 0 ... 3 as 1 : 2 : 4 : 8; waiting (4 + 2 x 8) / 15, of 7/15 of a customer every 30 s
        LimitedQueue.BlockingProbability(1, 3, gap: 30, service: 60).ShouldBe(8.0 / 15, 1e-12);
        LimitedQueue.MeanQueueLength(1, 3, gap: 30, service: 60).ShouldBe(20.0 / 15, 1e-12);
        LimitedQueue.MeanWait(1, 3, gap: 30, service: 60).ShouldBe(20.0 / 7 * 30, 1e-10);
    }

    [Fact]
    public void Without_waiting_places_a_limited_queue_is_erlang_s_loss_system()
    {
        LimitedQueue.BlockingProbability(3, 3, gap: 30, service: 60).ShouldBe(4.0 / 19, 1e-12);
        LimitedQueue.BlockingProbability(3, 3, gap: 10, service: 60).ShouldBe(ErlangB.BlockingProbability(3, 6), 1e-12);
        LimitedQueue.MeanWait(3, 3, gap: 30, service: 60).ShouldBe(0);
    }

    [Fact]
    public void With_room_for_all_it_is_erlang_s_delay_system() =>
        LimitedQueue.MeanWait(3, 100_000_000, gap: 30, service: 60).ShouldBe(80.0 / 3, 1e-9);

    [Fact]
    public void Ten_thousand_servers_with_too_much_to_do_serve_what_they_can() =>
        // a tenth more than they can: 1 of 11 is turned away
        LimitedQueue.BlockingProbability(10_000, 20_000, gap: 1 / 11_000.0, service: 1).ShouldBe(1.0 / 11, 1e-9);

    [Theory]
    [InlineData(0, 3, 30, 60)]
    [InlineData(3, 2, 30, 60)]
    [InlineData(3, 3, 0, 60)]
    public void What_is_out_of_range_is_refused(int servers, int places, double gap, double service) =>
        Should.Throw<ArgumentOutOfRangeException>(() => LimitedQueue.MeanWait(servers, places, gap, service));
}
