using ActorCafe.Queueing.Streams;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;
using Akka.Routing;

namespace ActorCafe.Shop.Stages;

/// <summary>Chooses the worker whose queue an order joins.</summary>
internal interface IRoutingPolicy
{
    void Open(ShopModel model, StageSettings stage)
    {
    }

    /// <summary>Sets the workers to choose from; called with at least one before the first choice.</summary>
    void WorkersChanged(IReadOnlyList<WorkerSlot> workers);

    /// <summary>The number of a worker's orders, waiting and in service, changed.</summary>
    void LoadChanged(WorkerSlot worker)
    {
    }

    WorkerSlot Choose(Order order);
}

/// <summary>Leaves the choice to a routing logic of Akka's kind.</summary>
internal sealed class LogicRouting(RoutingLogic logic) : IRoutingPolicy
{
    private Routee[] _workers = [];

    public void WorkersChanged(IReadOnlyList<WorkerSlot> workers) => _workers = [.. workers];

    public WorkerSlot Choose(Order order) => (WorkerSlot)logic.Select(order, _workers);
}

/// <summary>Chooses all workers with equal probability, as a function of (seed, order, stage, visit): Akka's own draw cannot be seeded.</summary>
internal sealed class RandomRouting : IRoutingPolicy
{
    private IReadOnlyList<WorkerSlot> _workers = [];
    private RandomStreams _streams;

    public void Open(ShopModel model, StageSettings stage) =>
        _streams = new(model.Settings.Seed, StreamNames.Router ^ Purpose.Of(stage.Name));

    public void WorkersChanged(IReadOnlyList<WorkerSlot> workers) => _workers = workers;

    public WorkerSlot Choose(Order order)
    {
        var stream = _streams.For(order.Number, order.VisitCount);
        return _workers[(int)(stream.NextDouble() * _workers.Count)];
    }
}
