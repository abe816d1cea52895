using ActorCafe.Queueing.Theory;

namespace ActorCafe.Queueing.Tests.Theory;

public class PrioritiesTests
{
    [Fact]
    public void The_high_rank_waits_less_by_the_load_it_does_not_see()
    {
        // load 1/4 + 1/4, residual 1/2 x 30: 15 / (1 x 3/4) = 20 and 15 / (3/4 x 1/2) = 40; in the mean 30, as without ranks
        Priorities.MeanWaits(1, [120, 120], 30).ShouldBe([20, 40], 1e-10);
        Priorities.MeanWaits((120, 30, 900), (120, 30, 900)).ShouldBe([20, 40], 1e-10);

        // three servers, load 1/3 each of 2/3: residual 4/9 x 20 = 80/9, over 2/3: 40/3, over 2/3 x 1/3: 40
        Priorities.MeanWaits(3, [60, 60], 60).ShouldBe([40.0 / 3, 40], 1e-10);
    }

    [Fact]
    public void A_rank_alone_waits_as_if_there_were_none()
    {
        Priorities.MeanWaits(3, [30], 60).ShouldBe([80.0 / 3], 1e-10);
        Priorities.MeanWaits((60, 30, 0)).ShouldBe([15], 1e-10);
    }

    [Fact]
    public void A_rank_that_takes_no_time_waits_for_the_others() =>
        // residual 30² / 60 / 2 = 7.5, over 1, and over 1/2
        Priorities.MeanWaits((60, 0, 0), (60, 30, 0)).ShouldBe([7.5, 15], 1e-10);

    [Fact]
    public void No_steady_state_is_no_number()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Priorities.MeanWaits(1, [60, 60], 30));
        Should.Throw<ArgumentOutOfRangeException>(() => Priorities.MeanWaits((60, 30, 0), (60, 30, 0)));
        Should.Throw<ArgumentOutOfRangeException>(() => Priorities.MeanWaits((60, 30, -1)));
    }
}
