using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Stages;

/// <summary>One line for all: the oldest order goes to the worker that has been idle longest (M/M/c).</summary>
internal sealed class SharedQueue : QueueDiscipline
{
    private readonly IdleWorkers _idle = new();
    private Line _line = null!;

    public override void Open(ShopModel model, StageSettings stage)
    {
        base.Open(model, stage);
        _line = NewLine();
    }

    public override void Add(WorkerSlot worker) => worker.Line = _line;

    public override void Remove(WorkerSlot worker) => _idle.Remove(worker);

    public override Line Choose(Order order) => _line;

    public override Line LineAfter(WorkerSlot worker, Order order) => _line;

    public override WorkerSlot? TakeIdle(Line line) => _idle.Take();

    public override void AddIdle(WorkerSlot worker) => _idle.Add(worker);

    public override void RemoveIdle(WorkerSlot worker) => _idle.Remove(worker);
}
