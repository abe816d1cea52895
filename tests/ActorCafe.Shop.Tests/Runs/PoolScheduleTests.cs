using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Tests.Runs;

public sealed class PoolScheduleTests
{
    private static readonly PoolSchedule Once = new([Change(8, 2), Change(12, 0), Change(13, 3)]);
    private static readonly PoolSchedule Daily = new([Change(8, 2), Change(20, 0)], TimeSpan.FromHours(24));

    [Theory]
    [InlineData(7.9, null)]
    [InlineData(8, 2)]
    [InlineData(12.5, 0)]
    [InlineData(100, 3)]
    public void The_last_change_until_then_sets_the_size(double hour, int? size) => Once.At(Hours(hour)).ShouldBe(size);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(7.9, 0)]
    [InlineData(8, 2)]
    [InlineData(31.9, 0)]
    [InlineData(32, 2)]
    public void A_schedule_that_repeats_begins_as_it_ended(double hour, int size) => Daily.At(Hours(hour)).ShouldBe(size);

    [Fact]
    public void A_schedule_that_repeats_goes_on_without_end() =>
        Daily.After(Hours(8)).Take(4).ShouldBe([Change(20, 0), Change(32, 2), Change(44, 0), Change(56, 2)]);

    [Fact]
    public void A_schedule_ends_where_the_clock_can_count_no_further() =>
        new PoolSchedule([Change(1, 1)], TimeSpan.MaxValue / 3).After(TimeSpan.Zero).Count().ShouldBe(3);

    [Fact]
    public void The_average_weighs_each_size_by_its_time()
    {
        // From 7 to 14 o'clock: one for an hour, two for four hours, nobody for one, three for one.
        Once.Average(before: 1, Hours(7), Hours(14)).ShouldBe((1 + 8 + 0 + 3) / 7.0, 1e-12);
        Daily.LongRun(before: 5).ShouldBe(1, 1e-12);
        Once.LongRun(before: 5).ShouldBe(3);
        PoolSchedule.None.LongRun(before: 5).ShouldBe(5);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(13, null)]
    public void The_largest_size_to_come_is_known(double hour, int? most) => Once.MostAfter(Hours(hour)).ShouldBe(most);

    [Fact]
    public void Changes_out_of_order_or_beyond_the_period_are_refused()
    {
        Should.Throw<ArgumentException>(() => new PoolSchedule([Change(8, 1), Change(8, 2)]));
        Should.Throw<ArgumentException>(() => new PoolSchedule([Change(24, 1)], Hours(24)));
        Should.Throw<ArgumentException>(() => new PoolSchedule([], Hours(24)));
    }

    private static PoolChange Change(double hour, int workers) => new(Hours(hour), workers);

    private static TimeSpan Hours(double hours) => TimeSpan.FromHours(hours);
}
