using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Pools;

/// <summary>One line for all: the oldest order goes to the worker that has been idle longest (M/M/c).</summary>
internal sealed class SharedLineUp : LineUp
{
    private Line _line = null!;
    private WorkerSlot? _firstIdle;
    private WorkerSlot? _lastIdle;

    public override void Open(Blueprint blueprint, StageSettings stage)
    {
        base.Open(blueprint, stage);
        _line = NewLine();
    }

    public override void Add(WorkerSlot worker) => worker.Line = _line;

    public override void Remove(WorkerSlot worker) => RemoveIdle(worker);

    public override Line Choose(OrderSlip order) => _line;

    public override Line LineAfter(WorkerSlot worker, OrderSlip order) => _line;

    public override WorkerSlot? TakeIdle(Line line)
    {
        var worker = _firstIdle;
        if (worker is not null)
        {
            RemoveIdle(worker);
        }

        return worker;
    }

    public override void AddIdle(WorkerSlot worker)
    {
        worker.PreviousIdle = _lastIdle;
        if (_lastIdle is null)
        {
            _firstIdle = worker;
        }
        else
        {
            _lastIdle.NextIdle = worker;
        }

        _lastIdle = worker;
    }

    public override void RemoveIdle(WorkerSlot worker)
    {
        if (worker != _firstIdle && worker.PreviousIdle is null)
        {
            return;
        }

        if (worker.PreviousIdle is null)
        {
            _firstIdle = worker.NextIdle;
        }
        else
        {
            worker.PreviousIdle.NextIdle = worker.NextIdle;
        }

        if (worker.NextIdle is null)
        {
            _lastIdle = worker.PreviousIdle;
        }
        else
        {
            worker.NextIdle.PreviousIdle = worker.PreviousIdle;
        }

        worker.NextIdle = worker.PreviousIdle = null;
    }

    public override void Changed(Line line)
    {
        // Nobody chooses by its length.
    }
}
