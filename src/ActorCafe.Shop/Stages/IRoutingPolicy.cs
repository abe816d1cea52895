using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Stages;

/// <summary>Chooses the worker whose line an order joins.</summary>
internal interface IRoutingPolicy
{
    void Open(ShopModel model, StageSettings stage);

    /// <summary>Who there is to choose from, at least one before anybody is asked for.</summary>
    void StaffChanged(IReadOnlyList<WorkerSlot> workers);

    /// <summary>A worker's orders, waiting and in service, became more or fewer.</summary>
    void LoadChanged(WorkerSlot worker);

    WorkerSlot Choose(Order order);
}
