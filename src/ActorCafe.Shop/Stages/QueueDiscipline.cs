using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Stages;

/// <summary>The queue discipline of a pool: which line an order joins, and which idle worker serves it.</summary>
internal abstract class QueueDiscipline
{
    protected ShopModel Model { get; private set; } = null!;

    protected StageSettings Stage { get; private set; } = null!;

    public virtual void Open(ShopModel model, StageSettings stage)
    {
        Model = model;
        Stage = stage;
    }

    /// <summary>A worker joins; its <see cref="WorkerSlot.Line"/> is set.</summary>
    public abstract void Add(WorkerSlot worker);

    /// <summary>A worker takes no more orders, idle or not; a line of its own stays as it is.</summary>
    public abstract void Remove(WorkerSlot worker);

    /// <summary>The line an order joins.</summary>
    public abstract Line Choose(Order order);

    /// <summary>The line for an order its worker could not finish.</summary>
    public abstract Line LineAfter(WorkerSlot worker, Order order);

    /// <summary>Takes an idle worker of a line, the longest idle first; null if none is.</summary>
    public abstract WorkerSlot? TakeIdle(Line line);

    public abstract void AddIdle(WorkerSlot worker);

    public abstract void RemoveIdle(WorkerSlot worker);

    /// <summary>Orders joined or left a line, or its worker began or ended one; by a shared line's length nobody chooses.</summary>
    public void Changed(Line line)
    {
        if (line.Owner is { } worker)
        {
            LoadChanged(worker);
        }
    }

    /// <summary>A worker who has a line of its own has more or less to do.</summary>
    protected virtual void LoadChanged(WorkerSlot worker)
    {
    }

    protected Line NewLine(WorkerSlot? owner = null) => new(Model, Stage.Priority, owner);
}
