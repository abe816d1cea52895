using ActorCafe.Queueing.Statistics;

namespace ActorCafe.Queueing.Tests.Statistics;

public sealed class LevelDistributionTests
{
    [Fact]
    public void Each_value_has_the_share_of_time_that_the_level_spends_at_it()
    {
        var level = new LevelDistribution();
        level.Change(10, +2);
        level.Change(30, -1);
        level.Change(35, -1);

        // 0 for 10 and 5, 2 for 20, 1 for 5, of 40.
        level.Shares(40).ShouldBe([15.0 / 40, 5.0 / 40, 20.0 / 40]);
        (level.Mean(40), level.Max(40)).ShouldBe((45.0 / 40, 2));
    }

    [Fact]
    public void A_window_begins_with_the_level_and_forgets_what_was_before()
    {
        var level = new LevelDistribution();
        level.Change(10, +3);

        level.Reset(20);
        level.Change(24, -2);

        level.Shares(28).ShouldBe([0, 0.5, 0, 0.5]);
    }

    [Fact]
    public void A_value_that_did_not_last_has_no_share()
    {
        var level = new LevelDistribution();
        level.Change(10, +5);
        level.Change(10, -4);

        level.Shares(20).ShouldBe([0.5, 0.5]);
    }

    [Fact]
    public void No_time_has_no_shares()
    {
        var level = new LevelDistribution();
        level.Reset(5);

        level.Shares(5).ShouldBeNull();
        level.Mean(5).ShouldBeNull();
    }

    [Fact]
    public void Large_values_share_the_last_place()
    {
        var level = new LevelDistribution();
        level.Change(0, LevelDistribution.Most - 1);
        level.Change(10, +1);
        level.Change(20, +500);

        var shares = level.Shares(40)!.Value;

        shares.Length.ShouldBe(LevelDistribution.Most + 1);
        (shares[^2], shares[^1]).ShouldBe((0.25, 0.75));
        level.Max(40).ShouldBe(LevelDistribution.Most + 500);
    }

    [Fact]
    public void A_change_allocates_nothing()
    {
        var level = new LevelDistribution();

        Allocation.Of(() =>
        {
            for (var now = 0; now < 1000; now++)
            {
                level.Change(now, now % 2 == 0 ? +3 : -3);
            }
        }).ShouldBe(0);
    }
}
