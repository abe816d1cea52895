using System.Globalization;
using CsCheck;

namespace ActorCafe.Time.Tests;

public class TimerHeapTests
{
    [Fact]
    public void An_empty_heap_has_no_first_timer()
    {
        new TimerHeap().TryPeek(out _).ShouldBeFalse();
    }

    [Fact]
    public void Timers_come_out_by_due_then_rank_then_the_order_of_adding() =>
        Gen.Select(Gen.Long[0, 5], Gen.Long[-1, 2]).Array[0, 300].Sample(timers =>
        {
            var heap = new TimerHeap();
            for (var at = 0; at < timers.Length; at++)
            {
                heap.Add(timers[at].Item1, timers[at].Item2, null, at.ToString(CultureInfo.InvariantCulture));
            }

            var expected = timers.Select((timer, at) => (timer, at)).OrderBy(x => x.timer.Item1).ThenBy(x => x.timer.Item2).ThenBy(x => x.at)
                .Select(x => x.at.ToString(CultureInfo.InvariantCulture));

            Drain(heap).ShouldBe(expected);
        });

    [Fact]
    public void Taking_and_adding_in_turn_keeps_the_order() =>
        Gen.Long[0, 100].Array[1, 200].Sample(delays =>
        {
            var heap = new TimerHeap();
            var now = 0L;
            heap.Add(0, 0, null, "first");
            foreach (var delay in delays)
            {
                heap.Add(now + delay, 0, null, "next");
                heap.TryPeek(out var due);
                heap.Take();
                due.ShouldBeGreaterThanOrEqualTo(now);
                now = due;
            }
        });

    private static IEnumerable<string> Drain(TimerHeap heap)
    {
        while (heap.Count > 0)
        {
            yield return (string)heap.Take().Message;
        }
    }
}
