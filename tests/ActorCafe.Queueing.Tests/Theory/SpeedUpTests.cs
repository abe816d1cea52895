using ActorCafe.Queueing.Theory;

namespace ActorCafe.Queueing.Tests.Theory;

/// <summary>Amdahl, Gustafson and Gunther.</summary>
public class SpeedUpTests
{
    [Fact]
    public void With_a_tenth_in_series_nine_workers_are_five_times_as_fast_and_none_ten_times()
    {
        // 1 / (0.1 + 0.9 / 9)
        Amdahl.SpeedUp(9, 0.1).ShouldBe(5, 1e-12);
        Amdahl.Limit(0.1).ShouldBe(10, 1e-12);
        Amdahl.Limit(0).ShouldBe(double.PositiveInfinity);
        Amdahl.SpeedUp(1, 0.1).ShouldBe(1, 1e-12);
    }

    [Fact]
    public void With_work_that_grows_with_them_nine_workers_do_eight_times_as_much() =>
        // 0.1 + 0.9 x 9
        Gustafson.SpeedUp(9, 0.1).ShouldBe(8.2, 1e-12);

    [Fact]
    public void Workers_who_must_agree_are_too_many_at_some_number()
    {
        // 10 / (1 + 0.1 x 9 + 0.01 x 90) = 10 / 2.8; the most at √(0.9 / 0.01) = 9.49
        UniversalScalability.SpeedUp(10, 0.1, 0.01).ShouldBe(10 / 2.8, 1e-12);
        UniversalScalability.BestWorkers(0.1, 0.01).ShouldBe(Math.Sqrt(90), 1e-12);
        UniversalScalability.SpeedUp(9, 0.1, 0.01).ShouldBeGreaterThan(UniversalScalability.SpeedUp(11, 0.1, 0.01));
        UniversalScalability.BestWorkers(0.1, 0).ShouldBe(double.PositiveInfinity);
        UniversalScalability.BestWorkers(1, 0.01).ShouldBe(1);
    }

    [Fact]
    public void Without_coherency_it_is_Amdahl_s_law() =>
        UniversalScalability.SpeedUp(10_000, 0.1, 0).ShouldBe(Amdahl.SpeedUp(10_000, 0.1), 1e-9);

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Amdahl.SpeedUp(0, 0.1));
        Should.Throw<ArgumentOutOfRangeException>(() => Amdahl.Limit(1.1));
        Should.Throw<ArgumentOutOfRangeException>(() => Gustafson.SpeedUp(2, -0.1));
        Should.Throw<ArgumentOutOfRangeException>(() => UniversalScalability.SpeedUp(2, 0.1, -1));
        Should.Throw<ArgumentOutOfRangeException>(() => UniversalScalability.BestWorkers(double.NaN, 1));
    }
}
