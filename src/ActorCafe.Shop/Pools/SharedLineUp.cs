using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Pools;

/// <summary>One line for all: the oldest order goes to the worker that has been idle longest (M/M/c).</summary>
internal sealed class SharedLineUp : LineUp
{
    private readonly IdleWorkers _idle = new();
    private Line _line = null!;

    public override void Open(Blueprint blueprint, StageSettings stage)
    {
        base.Open(blueprint, stage);
        _line = NewLine();
    }

    public override void Add(WorkerSlot worker) => worker.Line = _line;

    public override void Remove(WorkerSlot worker) => _idle.Remove(worker);

    public override Line Choose(OrderSlip order) => _line;

    public override Line LineAfter(WorkerSlot worker, OrderSlip order) => _line;

    public override WorkerSlot? TakeIdle(Line line) => _idle.Take();

    public override void AddIdle(WorkerSlot worker) => _idle.Add(worker);

    public override void RemoveIdle(WorkerSlot worker) => _idle.Remove(worker);
}
