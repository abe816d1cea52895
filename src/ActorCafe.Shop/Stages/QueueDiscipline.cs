using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Stages;

/// <summary>The queue discipline of a stage: which waiting line an order joins, and which idle worker serves it.</summary>
internal abstract class QueueDiscipline
{
    protected ShopModel Model { get; private set; } = null!;

    protected StageSettings Stage { get; private set; } = null!;

    public virtual void Open(ShopModel model, StageSettings stage)
    {
        Model = model;
        Stage = stage;
    }

    /// <summary>Adds a worker, and sets its <see cref="WorkerSlot.Line"/>.</summary>
    public abstract void Add(WorkerSlot worker);

    /// <summary>Stops assigning orders to a worker, idle or not; a line of its own stays as it is.</summary>
    public abstract void Remove(WorkerSlot worker);

    /// <summary>The line that an order joins.</summary>
    public abstract WaitingLine Choose(Order order);

    /// <summary>The line for an order that its worker could not finish.</summary>
    public abstract WaitingLine LineAfter(WorkerSlot worker, Order order);

    /// <summary>Takes the idle worker of a line that has been idle longest; null if none is idle.</summary>
    public abstract WorkerSlot? TakeIdle(WaitingLine line);

    public abstract void AddIdle(WorkerSlot worker);

    public abstract void RemoveIdle(WorkerSlot worker);

    /// <summary>The line that an idle worker takes its next order from.</summary>
    public virtual WaitingLine LineFor(WorkerSlot worker) => worker.Line;

    /// <summary>
    /// Notes that orders joined or left a line, or that its worker began or ended one. Only a line of a single worker matters: no policy looks at a shared one.
    /// </summary>
    public void Changed(WaitingLine line)
    {
        if (line.Owner is { } worker)
        {
            LoadChanged(worker);
        }
    }

    /// <summary>The load of a worker with a line of its own changed.</summary>
    protected virtual void LoadChanged(WorkerSlot worker)
    {
    }

    protected WaitingLine NewLine(WorkerSlot? owner = null) => new(Model, Stage, owner);
}

/// <summary>One queue for all workers: the oldest order goes to the worker that has been idle longest (M/M/c).</summary>
internal sealed class SharedQueue : QueueDiscipline
{
    private readonly IdleWorkers _idle = new();
    private WaitingLine _line = null!;

    public override void Open(ShopModel model, StageSettings stage)
    {
        base.Open(model, stage);
        _line = NewLine();
    }

    public override void Add(WorkerSlot worker) => worker.Line = _line;

    public override void Remove(WorkerSlot worker) => _idle.Remove(worker);

    public override WaitingLine Choose(Order order) => _line;

    public override WaitingLine LineAfter(WorkerSlot worker, Order order) => _line;

    public override WorkerSlot? TakeIdle(WaitingLine line) => _idle.Take();

    public override void AddIdle(WorkerSlot worker) => _idle.Add(worker);

    public override void RemoveIdle(WorkerSlot worker) => _idle.Remove(worker);
}
