using ActorCafe.Queueing.Distributions;
using ActorCafe.Queueing.Streams;
using ActorCafe.Shop.Customers;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Tests.Customers;

public class TimetableTests
{
    [Theory]
    [InlineData(1e-3, 1e-3, 1e-3)]
    [InlineData(1e-6)]
    [InlineData(1e-6, 1e-6)]
    public void Rates_of_almost_zero_space_customers_as_their_exponential_draws_say(params double[] rates)
    {
        var expected = 0.0;
        var streams = new RandomStreams(7, StreamNames.Arrival);
        for (var order = 1; order <= 5; order++)
        {
            var stream = streams.For(order);
            expected += stream.NextExponential() / rates[0] * 3600;
        }

        var fifth = Timetable.Of(new ArrivalSettings.Hourly([.. rates]), 7, TimeSpan.Zero).ElementAt(4);

        fifth.At.TotalSeconds.ShouldBe(expected, expected * 1e-9);
    }

    [Fact]
    public void A_rate_so_low_that_nobody_comes_within_the_clock_is_known_at_once() =>
        Timetable.Of(new ArrivalSettings.Hourly([0, 1e-300]), 7, TimeSpan.Zero).First().At.ShouldBe(TimeSpan.MaxValue);

    /// <summary>Worked by hand: of the gap that spans a change, the rest is stretched from the change on.</summary>
    [Theory]
    // A gap of 60 s begins at 60 s. At 90 s half of it is left, which takes 15 s at a mean of 30 s.
    [InlineData(new[] { 90, 30 }, new[] { 60, 105, 135, 165 })]
    // Nobody comes any faster or slower for a change at the moment of an arrival.
    [InlineData(new[] { 120, 30 }, new[] { 60, 120, 150, 180 })]
    // At opening: from the first customer on.
    [InlineData(new[] { 0, 20 }, new[] { 20, 40, 60, 80 })]
    // Two changes within a gap: from 60 s, 10 s pass as they are, 20 s of 120 count 10, and the 40 s left take 20 s at 30.
    [InlineData(new[] { 70, 120, 90, 30 }, new[] { 60, 110, 140, 170 })]
    // A change to the same mean is none.
    [InlineData(new[] { 90, 60 }, new[] { 60, 120, 180, 240 })]
    public void A_change_of_the_mean_gap_stretches_what_is_left_of_a_gap(int[] changes, int[] arrivals)
    {
        var process = new ArrivalSettings.Renewal(new Deterministic(60), 1)
        {
            Changes = [.. changes.Chunk(2).Select(change => new GapChange(TimeSpan.FromSeconds(change[0]), TimeSpan.FromSeconds(change[1])))],
        };

        Timetable.Of(process, 7, TimeSpan.Zero).Take(4).Select(arrival => arrival.At.TotalSeconds).ShouldBe(arrivals.Select(at => (double)at));
    }

    [Fact]
    public void Everybody_who_comes_before_a_change_comes_as_without_it()
    {
        var process = new ArrivalSettings.Renewal(new Exponential(40), 1);
        var at = TimeSpan.FromSeconds(2000);
        var changed = process with { Changes = [new GapChange(at, TimeSpan.FromSeconds(20))] };

        var (before, after) = (Timetable.Of(process, 7, TimeSpan.Zero).Take(400).ToList(), Timetable.Of(changed, 7, TimeSpan.Zero).Take(400).ToList());

        var same = before.TakeWhile(arrival => arrival.At < at).ToList();
        same.Count.ShouldBeGreaterThan(30);
        after.Take(same.Count).ShouldBe(same);
        // The same draws at half the length: from the change on, everybody comes in half the time.
        (after[^1].At - at).TotalSeconds.ShouldBe((before[^1].At - at).TotalSeconds / 2, 1e-4);
    }
}
