using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Stages;

/// <summary>A queue for each worker, as in a plain Akka pool, where each worker has a mailbox of its own.</summary>
/// <param name="policy">Chooses the worker whose queue an order joins.</param>
internal sealed class QueuePerWorker(IRoutingPolicy policy) : QueueDiscipline
{
    private readonly List<WorkerSlot> _workers = [];
    private WaitingLine? _unowned;
    private bool _workersChanged;

    public override void Open(ShopModel model, StageSettings stage)
    {
        base.Open(model, stage);
        policy.Open(model, stage);
    }

    public override void Add(WorkerSlot worker)
    {
        worker.Line = NewLine(worker);
        _workers.Add(worker);
        _workersChanged = true;
    }

    public override void Remove(WorkerSlot worker) => _workersChanged |= _workers.Remove(worker);

    public override WaitingLine Choose(Order order)
    {
        if (_workers.Count == 0)
        {
            return _unowned ??= NewLine();
        }

        // The policy is told once about workers that join together, not once for each.
        if (_workersChanged)
        {
            policy.WorkersChanged(_workers);
            _workersChanged = false;
        }

        return policy.Choose(order).Line;
    }

    // Orders that arrived while there was no worker wait for whoever is idle first.
    public override WaitingLine LineFor(WorkerSlot worker) => _unowned is { IsEmpty: false } ? _unowned : worker.Line;

    public override WaitingLine LineAfter(WorkerSlot worker, Order order) =>
        _workers.Contains(worker) ? worker.Line : Choose(order);

    public override WorkerSlot? TakeIdle(WaitingLine line) =>
        line.Owner is { State: SlotState.Idle, Retiring: false } worker ? worker : null;

    public override void AddIdle(WorkerSlot worker) => Changed(worker.Line);

    public override void RemoveIdle(WorkerSlot worker)
    {
        // The slot's own state says whether it is idle.
    }

    protected override void LoadChanged(WorkerSlot worker)
    {
        if (!_workersChanged)
        {
            policy.LoadChanged(worker);
        }
    }
}
