using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Workers;

/// <summary>Takes orders.</summary>
internal sealed class Waiter(ShopContext shop, StageSettings stage) : Worker(shop, stage)
{
    /// <inheritdoc/>
    protected override string BeginsStep => "{Worker} begins to {Step} order {OrderId} at {ShopTime}";
}
