using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Stages;

/// <summary>A line for each worker, as in a plain Akka pool, where each has a mailbox of its own.</summary>
/// <param name="choice">Which worker's line an order joins.</param>
internal sealed class QueuePerWorker(IRoutingPolicy choice) : QueueDiscipline
{
    private readonly List<WorkerSlot> _workers = [];
    private Line? _orphans;
    private bool _staffChanged;

    public override void Open(ShopModel model, StageSettings stage)
    {
        base.Open(model, stage);
        choice.Open(model, stage);
    }

    public override void Add(WorkerSlot worker)
    {
        // Orders that came while nobody was there wait for the first who comes.
        worker.Line = _orphans ?? NewLine();
        worker.Line.Owner = worker;
        _orphans = null;
        _workers.Add(worker);
        _staffChanged = true;
    }

    public override void Remove(WorkerSlot worker) => _staffChanged |= _workers.Remove(worker);

    public override Line Choose(Order order)
    {
        if (_workers.Count == 0)
        {
            return _orphans ??= NewLine();
        }

        // Told once for a whole staff that comes together, not once for each.
        if (_staffChanged)
        {
            choice.StaffChanged(_workers);
            _staffChanged = false;
        }

        return choice.Choose(order).Line;
    }

    public override Line LineAfter(WorkerSlot worker, Order order) =>
        _workers.Contains(worker) ? worker.Line : Choose(order);

    public override WorkerSlot? TakeIdle(Line line) =>
        line.Owner is { State: SlotState.Idle, Retiring: false } worker ? worker : null;

    public override void AddIdle(WorkerSlot worker) => Changed(worker.Line);

    public override void RemoveIdle(WorkerSlot worker)
    {
        // Idleness is the slot's own state here.
    }

    protected override void LoadChanged(WorkerSlot worker)
    {
        if (!_staffChanged)
        {
            choice.LoadChanged(worker);
        }
    }
}
