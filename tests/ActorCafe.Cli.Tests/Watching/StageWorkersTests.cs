using ActorCafe.Cli.Watching;
using ActorCafe.Shop;

namespace ActorCafe.Cli.Tests.Watching;

public sealed class StageWorkersTests
{
    private readonly StageWorkers _seats = new();

    [Fact]
    public void A_worker_keeps_its_place_whatever_it_does()
    {
        Come(2);
        _seats.Begin(1, WorkerActivity.Serving, 7);
        _seats.Now.ShouldBe([new WorkerSnapshot(1, WorkerActivity.Serving, 7), new WorkerSnapshot(2)]);

        _seats.End(1);
        _seats.Begin(1, WorkerActivity.Blocked, 7);
        _seats.Now.ShouldBe([new WorkerSnapshot(1, WorkerActivity.Blocked, 7), new WorkerSnapshot(2)]);

        _seats.End(1);
        _seats.Now.ShouldBe([new WorkerSnapshot(1), new WorkerSnapshot(2)]);
    }

    [Fact]
    public void Who_leaves_has_nothing_to_do()
    {
        Come(3);
        _seats.Begin(3, WorkerActivity.Serving, 7);

        _seats.Go();

        _seats.Now.ShouldBe([new WorkerSnapshot(1), new WorkerSnapshot(3, WorkerActivity.Serving, 7)]);
    }

    [Fact]
    public void A_worker_who_was_thought_gone_and_begins_something_is_still_there()
    {
        Come(2);
        _seats.Go();

        _seats.Begin(2, WorkerActivity.Serving, 7);

        _seats.Now.ShouldBe([new WorkerSnapshot(2, WorkerActivity.Serving, 7)], "the other one left");
    }

    [Fact]
    public void A_number_is_given_once()
    {
        Come(2);
        _seats.Go();
        _seats.Come();

        _seats.Now.ShouldBe([new WorkerSnapshot(1), new WorkerSnapshot(3)]);
    }

    private void Come(int workers)
    {
        for (; workers > 0; workers--)
        {
            _seats.Come();
        }
    }
}
