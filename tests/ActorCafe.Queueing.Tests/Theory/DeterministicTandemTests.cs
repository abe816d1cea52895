using ActorCafe.Queueing.Theory;

namespace ActorCafe.Queueing.Tests.Theory;

/// <summary>Schedules written out by hand in ByHandTests and EssayShopTests, where real actors play them.</summary>
public class DeterministicTandemTests
{
    [Theory]
    [InlineData(1, 1, 9_080)] // the machine begins at 80 and never rests: 80 + 100 x 90
    [InlineData(2, 1, 9_080)]
    [InlineData(2, 2, 4_600)] // the second machine begins at 20 + 20 + 60, 50 orders: 100 + 4500
    public void A_hundred_at_the_door_take_as_long_as_by_hand(int grinders, int machines, double makespan) =>
        DeterministicTandem.Play(100, 0, new(20, 1), new(60, grinders), new(90, machines)).Makespan.ShouldBe(makespan);

    [Theory]
    [InlineData(1, 17_000)]
    [InlineData(2, 8_500)]
    [InlineData(3, 5_780)] // 34 rounds of 170
    public void A_waiter_who_stays_takes_the_whole_time_for_each(int of, double makespan) =>
        DeterministicTandem.Play(100, 0, new(80, of, Stays: true), new(90, of)).Makespan.ShouldBe(makespan);

    [Theory]
    [InlineData(0, 130, 0 + 10 + 40 + 70, 0)]
    [InlineData(1, 130, 0 + 10 + 20 + 40, 0 + 20 + 30 + 30)]
    [InlineData(null, 130, 0 + 10 + 20 + 30, 0 + 20 + 40 + 60)]
    public void Places_before_the_machine_set_the_waiter_free(int? places, double makespan, double waitsForWaiter, double waitsForMachine)
    {
        var played = DeterministicTandem.Play(4, 0, new(10, 1), new(30, 1, places));

        played.Makespan.ShouldBe(makespan);
        played.Stages.Select(stage => stage.Wait).ToArray().ShouldBe([waitsForWaiter / 4, waitsForMachine / 4], 1e-12);
        played.Stages[0].Utilisation.ShouldBe(40 / makespan, 1e-12);
        played.Stages[1].QueueLength.ShouldBe(waitsForMachine / makespan, 1e-12);
    }

    [Fact]
    public void Handing_over_takes_the_worker_s_time_and_the_order_s()
    {
        var played = DeterministicTandem.Play(3, 0, new(10, 1, HandOver: 5), new(20, 1, HandOver: 2));

        played.Makespan.ShouldBe(81);
        played.Response.ShouldBe((37 + 59 + 81) / 3.0, 1e-12);
    }

    [Fact]
    public void Customers_who_are_called_when_a_waiter_is_free_do_not_wait_for_him()
    {
        var played = DeterministicTandem.Play(1000, null, new(20, 1), new(60, 1), new(45, 1));

        played.Makespan.ShouldBe(60_065); // 20 + n x 60 + 45
        played.Stages[0].Wait.ShouldBe(0);
    }

    [Fact]
    public void Customers_who_come_slower_than_they_are_served_never_wait()
    {
        var played = DeterministicTandem.Play(10, 100, new(20, 1), new(60, 1));

        played.Makespan.ShouldBe(1080);
        played.Response.ShouldBe(80, 1e-9);
    }

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => DeterministicTandem.Play(0, 0, new TandemStage(1, 1)));
        Should.Throw<ArgumentOutOfRangeException>(() => DeterministicTandem.Play(1, -1, new TandemStage(1, 1)));
        Should.Throw<ArgumentOutOfRangeException>(() => DeterministicTandem.Play(1, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => DeterministicTandem.Play(1, 0, new TandemStage(-1, 1)));
        Should.Throw<ArgumentOutOfRangeException>(() => DeterministicTandem.Play(1, 0, new TandemStage(1, 0)));
        Should.Throw<ArgumentOutOfRangeException>(() => DeterministicTandem.Play(1, 0, new TandemStage(1, 1, Places: -1)));
    }
}
