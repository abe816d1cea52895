using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;
using Akka.Routing;

namespace ActorCafe.Shop.Stages;

/// <summary>One worker after the other, by Akka's own round-robin logic.</summary>
internal sealed class RoundRobinRouting : IRoutingPolicy
{
    private readonly RoundRobinRoutingLogic _logic = new();
    private Routee[] _workers = [];

    public void Open(ShopModel model, StageSettings stage)
    {
    }

    public void StaffChanged(IReadOnlyList<WorkerSlot> workers) => _workers = [.. workers];

    public void LoadChanged(WorkerSlot worker)
    {
    }

    public WorkerSlot Choose(Order order) => (WorkerSlot)_logic.Select(order, _workers);
}
