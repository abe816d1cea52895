using ActorCafe.Queueing.Theory;

namespace ActorCafe.Queueing.Tests.Theory;

/// <summary>Kingman, Allen and Cunneen, Whitt: by hand, and where they are exact.</summary>
public class ApproximationTests
{
    [Fact]
    public void Constant_gaps_halve_the_wait_at_three_grinders() =>
        // (0 + 1) / 2 x 80/3
        AllenCunneen.MeanWait(3, gap: 30, gapVariability: 0, service: 60, serviceVariability: 1).ShouldBe(40.0 / 3, 1e-10);

    [Fact]
    public void It_is_exact_for_Poisson_streams_at_one_server() =>
        AllenCunneen.MeanWait(1, 60, 1, 30, 0.25).ShouldBe(PollaczekKhinchine.MeanWait(60, 30, 0.25 * 30 * 30), 1e-10);

    [Fact]
    public void Kingman_s_approximation_lies_below_his_bound()
    {
        // load 1/2: 1 x (1 + 0.25) / 2 x 30 = 18.75; (60² x 1 + 30² x 0.25) / (2 x 60 x 1/2) = 3825 / 60
        Kingman.MeanWait(60, 1, 30, 0.25).ShouldBe(18.75, 1e-10);
        Kingman.UpperBound(60, 1, 30, 0.25).ShouldBe(63.75, 1e-10);
    }

    [Fact]
    public void What_leaves_an_idle_stage_is_as_it_came_and_what_leaves_a_busy_one_as_it_is_served()
    {
        StreamVariability.Departing(1, 1e-9, 3, 0).ShouldBe(3, 1e-9);
        StreamVariability.Departing(1, 1, 3, 0).ShouldBe(0, 1e-12);
        StreamVariability.Departing(1, 2, 3, 0).ShouldBe(0, 1e-12);
        // load 1/2: 1/4 x 0 + 3/4 x 1
        StreamVariability.Departing(1, 0.5, 1, 0).ShouldBe(0.75, 1e-12);
        // four servers, full: 1 + (0 - 1) / 2
        StreamVariability.Departing(4, 4, 1, 0).ShouldBe(0.5, 1e-12);
        StreamVariability.Departing(3, 2, 1, 1).ShouldBe(1, 1e-12);
    }

    [Fact]
    public void A_small_part_of_any_stream_is_like_a_Poisson_stream()
    {
        StreamVariability.Thinned(5, 0).ShouldBe(1);
        StreamVariability.Thinned(5, 0.25).ShouldBe(2);
        StreamVariability.Thinned(5, 1).ShouldBe(5);
    }

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => AllenCunneen.MeanWait(1, 60, -1, 30, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => Kingman.MeanWait(60, 1, 60, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => Kingman.UpperBound(60, 1, 30, double.NaN));
        Should.Throw<ArgumentOutOfRangeException>(() => StreamVariability.Departing(0, 1, 1, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => StreamVariability.Thinned(1, 1.5));
    }
}
