using System.Globalization;
using CsCheck;

namespace ActorCafe.Time.Tests;

public class TimerQueueTests
{
    [Fact]
    public void An_empty_queue_has_no_first_timer()
    {
        new TimerQueue().TryPeek(out _).ShouldBeFalse();
    }

    [Fact]
    public void Timers_come_out_by_due_then_rank_then_the_order_of_adding() =>
        Gen.Select(Gen.Long[0, 5], Gen.Long[-1, 2]).Array[0, 300].Sample(timers =>
        {
            var queue = new TimerQueue();
            for (var at = 0; at < timers.Length; at++)
            {
                queue.Add(timers[at].Item1, timers[at].Item2, null, at.ToString(CultureInfo.InvariantCulture));
            }

            var expected = timers.Select((timer, at) => (timer, at)).OrderBy(x => x.timer.Item1).ThenBy(x => x.timer.Item2).ThenBy(x => x.at)
                .Select(x => x.at.ToString(CultureInfo.InvariantCulture));

            Drain(queue).ShouldBe(expected);
        });

    [Fact]
    public void Taking_and_adding_in_turn_keeps_the_order() =>
        Gen.Long[0, 100].Array[1, 200].Sample(delays =>
        {
            var queue = new TimerQueue();
            var now = 0L;
            queue.Add(0, 0, null, "first");
            foreach (var delay in delays)
            {
                queue.Add(now + delay, 0, null, "next");
                queue.TryPeek(out var due);
                queue.Take();
                due.ShouldBeGreaterThanOrEqualTo(now);
                now = due;
            }
        });

    [Fact]
    public void Any_sequence_of_additions_and_removals_matches_a_sorted_list() =>
        Gen.Select(Gen.Bool, Gen.Long[0, 40], Gen.Long[0, 2]).Array[0, 400].Sample(steps =>
        {
            // Enough timers to move between the near list and the heap, with many equal due times and ranks.
            var queue = new TimerQueue();
            var sorted = new SortedSet<(long Due, long Rank, int At)>();
            var now = 0L;
            for (var at = 0; at < steps.Length; at++)
            {
                var (rings, delay, rank) = steps[at];
                if (rings && at % 3 == 0 && sorted.Count > 0)
                {
                    var expected = sorted.Min;
                    sorted.Remove(expected);
                    queue.TryPeek(out now).ShouldBeTrue();
                    now.ShouldBe(expected.Due);
                    queue.Take().Message.ShouldBe(expected.At);
                }
                else
                {
                    sorted.Add((now + delay, rank, at));
                    queue.Add(now + delay, rank, null, at);
                }

                queue.Count.ShouldBe(sorted.Count);
            }

            while (sorted.Count > 0)
            {
                var expected = sorted.Min;
                sorted.Remove(expected);
                queue.Take().Message.ShouldBe(expected.At);
            }

            queue.TryPeek(out _).ShouldBeFalse();
        });

    private static IEnumerable<string> Drain(TimerQueue queue)
    {
        while (queue.Count > 0)
        {
            yield return (string)queue.Take().Message;
        }
    }
}
