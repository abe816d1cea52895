using ActorCafe.Pictures.Recording;
using ActorCafe.Queueing.Statistics;
using CsCheck;

namespace ActorCafe.Pictures.Tests.Recording;

public sealed class LevelSeriesTests
{
    private static readonly Gen<List<(int Value, long Gap)>> Changes =
        Gen.Select(Gen.Int[0, 9], Gen.OneOf(Gen.Long[0, 10], Gen.Long[0, TimeSpan.TicksPerSecond], Gen.Long[0, TimeSpan.TicksPerHour])).List[1, 300];

    [Fact]
    public void A_series_reaches_to_the_last_moment_of_the_clock()
    {
        var series = new LevelSeries();
        series.Set(2, TimeSpan.Zero);

        series.Finish(TimeSpan.MaxValue);

        var slots = series.Slots();
        (slots[^1].Start + slots[^1].Length).ShouldBe(TimeSpan.MaxValue);
        slots.ShouldAllBe(slot => slot.Mean == 2);
    }

    [Fact]
    public void Slots_have_the_time_average_and_extremes_of_what_was_set() => Changes.Sample(changes =>
    {
        var (series, average, now) = (new LevelSeries(), new TimeAverage(), 0L);
        foreach (var (value, gap) in changes)
        {
            series.Set(value, new(now));
            average.Change(now, value - average.Value);
            now += gap;
        }

        series.Finish(new(now));
        var slots = series.Slots();

        slots.Count.ShouldBeLessThanOrEqualTo(LevelSeries.MostSlots);
        if (now == 0)
        {
            slots.ShouldBeEmpty();
            return;
        }

        slots.Sum(slot => slot.Length.Ticks).ShouldBe(now);
        slots.Zip(slots.Skip(1)).ShouldAllBe(pair => pair.First.Start + pair.First.Length == pair.Second.Start);
        (slots.Sum(slot => slot.Mean * slot.Length.Ticks) / now).ShouldBe(average.Mean(now)!.Value, 1e-9);
        slots.Max(slot => slot.Largest).ShouldBe(average.Max(now));
        slots.ShouldAllBe(slot => slot.Least <= slot.Mean + 1e-9 && slot.Mean <= slot.Largest + 1e-9);
    });

    [Fact]
    public void Little_time_is_kept_as_it_was()
    {
        var series = new LevelSeries();
        series.Set(2, TimeSpan.Zero);
        series.Set(5, TimeSpan.FromMilliseconds(2));
        series.Finish(TimeSpan.FromMilliseconds(3));
        series.Slots().Select(slot => (slot.Start.TotalMilliseconds, slot.Mean)).ShouldBe([(0, 2), (1, 2), (2, 5)]);
    }

    [Fact]
    public void Much_time_takes_no_more_slots()
    {
        var series = new LevelSeries();
        series.Set(1, TimeSpan.Zero);
        series.Set(3, TimeSpan.FromDays(365));
        series.Finish(TimeSpan.FromDays(730));
        series.Slots().Count.ShouldBeInRange(LevelSeries.MostSlots / 2, LevelSeries.MostSlots);
        series.Slots().Average(slot => slot.Mean).ShouldBe(2, 0.01);
    }
}
