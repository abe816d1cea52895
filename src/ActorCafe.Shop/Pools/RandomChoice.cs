using ActorCafe.Queueing.Streams;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Pools;

/// <summary>Any worker with the same chance, drawn as a function of (seed, order, stage, visit): Akka's own draw cannot be seeded.</summary>
internal sealed class RandomChoice : IWorkerChoice
{
    private IReadOnlyList<WorkerSlot> _workers = [];
    private ulong _stream;
    private long _seed;

    public void Open(Blueprint blueprint, StageSettings stage)
    {
        _seed = blueprint.Settings.Seed;
        _stream = StreamNames.Router ^ Purpose.Of(stage.Name);
    }

    public void StaffChanged(IReadOnlyList<WorkerSlot> workers) => _workers = workers;

    public void LoadChanged(WorkerSlot worker)
    {
    }

    public WorkerSlot Choose(OrderSlip order)
    {
        var stream = RandomStream.For(_seed, _stream, order.Number, order.VisitCount);
        return _workers[(int)(stream.NextDouble() * _workers.Count)];
    }
}
