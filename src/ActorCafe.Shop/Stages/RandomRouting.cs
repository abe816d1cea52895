using ActorCafe.Queueing.Streams;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Stages;

/// <summary>Any worker with the same chance, drawn as a function of (seed, order, stage, visit): Akka's own draw cannot be seeded.</summary>
internal sealed class RandomRouting : IRoutingPolicy
{
    private IReadOnlyList<WorkerSlot> _workers = [];
    private RandomStreams _streams;

    public void Open(ShopModel model, StageSettings stage) =>
        _streams = new(model.Settings.Seed, StreamNames.Router ^ Purpose.Of(stage.Name));

    public void StaffChanged(IReadOnlyList<WorkerSlot> workers) => _workers = workers;

    public void LoadChanged(WorkerSlot worker)
    {
    }

    public WorkerSlot Choose(Order order)
    {
        var stream = _streams.For(order.Number, order.VisitCount);
        return _workers[(int)(stream.NextDouble() * _workers.Count)];
    }
}
