using ActorCafe.Shop.Stages;
using Akka.Actor;
using CsCheck;

namespace ActorCafe.Shop.Tests.Stages;

public class IdleWorkersTests
{
    [Fact]
    public void The_longest_idle_worker_is_taken_first_whichever_others_left() =>
        // 0: take one; 1 to 12: that worker becomes idle; -1 to -12: it leaves.
        Gen.Int[-12, 12].Array[0, 400].Sample(moves =>
        {
            var slots = Enumerable.Range(1, 12).Select(number => new WorkerSlot(ActorRefs.Nobody, number)).ToArray();
            var (idle, expected) = (new IdleWorkers(), new List<WorkerSlot>());
            foreach (var move in moves)
            {
                if (move == 0)
                {
                    idle.Take().ShouldBe(expected.FirstOrDefault());
                    expected = [.. expected.Skip(1)];
                }
                else if (slots[Math.Abs(move) - 1] is var slot && move < 0)
                {
                    idle.Remove(slot);
                    expected.Remove(slot);
                }
                else if (!expected.Contains(slot))
                {
                    idle.Add(slot);
                    expected.Add(slot);
                }
            }

            foreach (var slot in expected)
            {
                idle.Take().ShouldBe(slot);
            }

            idle.Take().ShouldBeNull();
        });
}
