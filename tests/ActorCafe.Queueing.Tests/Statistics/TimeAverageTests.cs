using ActorCafe.Queueing.Statistics;
using CsCheck;

namespace ActorCafe.Queueing.Tests.Statistics;

public class TimeAverageTests
{
    [Fact]
    public void A_queue_of_one_then_two_then_none_worked_by_hand()
    {
        // 0 for 10 ticks, 1 for 20, 2 for 10, 0 for 60: (20 + 20) / 100.
        var queue = new TimeAverage();
        queue.Change(10, +1);
        queue.Change(30, +1);
        queue.Change(40, -2);

        queue.Value.ShouldBe(0);
        queue.Integral(100).ShouldBe(40);
        queue.Mean(100).ShouldBe(0.4);
        queue.Max(100).ShouldBe(2);
    }

    [Fact]
    public void A_customer_served_at_once_makes_no_queue()
    {
        var queue = new TimeAverage();
        queue.Change(10, +1);
        queue.Change(20, +1);
        queue.Change(20, -1);

        queue.Max(30).ShouldBe(1);
    }

    [Fact]
    public void The_present_value_counts_if_it_lasts_before_the_end()
    {
        var queue = new TimeAverage();
        queue.Change(10, +3);

        queue.Max(10).ShouldBe(0);
        queue.Max(11).ShouldBe(3);
    }

    [Fact]
    public void A_window_keeps_the_level_and_forgets_what_was_before()
    {
        var queue = new TimeAverage();
        queue.Change(0, +5);
        queue.Change(50, -4);
        queue.Reset(100);
        queue.Max(100).ShouldBe(0);
        queue.Change(150, +1);

        queue.Value.ShouldBe(2);
        queue.Mean(200).ShouldBe(1.5); // 1 for 50 ticks, 2 for 50
        queue.Max(200).ShouldBe(2);
    }

    [Fact]
    public void An_empty_window_has_no_mean()
    {
        var queue = new TimeAverage();

        queue.Mean(0).ShouldBeNull();
        queue.Mean(1).ShouldBe(0);
        queue.Reset(100);
        queue.Mean(100).ShouldBeNull();
        queue.Mean(99).ShouldBeNull();
    }

    [Fact]
    public void A_report_that_comes_late_counts_as_of_the_last_change()
    {
        var queue = new TimeAverage();
        queue.Change(20, +1);
        queue.Change(15, +1);

        queue.Value.ShouldBe(2);
        queue.Integral(30).ShouldBe(20);
        queue.Integral(10).ShouldBe(0);
    }

    [Fact]
    public void It_is_what_looking_at_every_tick_gives() =>
        Gen.Select(Gen.Select(Gen.Int[0, 4], Gen.Int[-2, 2]).Array[0, 60], Gen.Int[0, 20], Gen.Int[0, 50]).Sample((steps, resetBefore, extra) =>
        {
            var (average, now, start) = (new TimeAverage(), 0, 0);
            var changes = new List<(int At, int Delta)>();
            for (var i = 0; i < steps.Length; i++)
            {
                now += steps[i].Item1;
                if (i == resetBefore)
                {
                    average.Reset(start = now);
                }

                average.Change(now, steps[i].Item2);
                changes.Add((now, steps[i].Item2));
            }
            var end = now + extra;

            var levels = Enumerable.Range(start, end - start)
                .Select(tick => changes.Where(change => change.At <= tick).Sum(change => change.Delta)).ToArray();

            average.Integral(end).ShouldBe(levels.Sum());
            average.Max(end).ShouldBe(Math.Max(0, levels.DefaultIfEmpty().Max()));
            average.Mean(end).ShouldBe(levels.Length == 0 ? null : (double)levels.Sum() / levels.Length);
        });
}
