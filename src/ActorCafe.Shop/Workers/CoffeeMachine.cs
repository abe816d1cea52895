using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Workers;

/// <summary>Brews.</summary>
internal sealed class CoffeeMachine(ShopContext shop, StageSettings stage) : Worker(shop, stage)
{
    /// <inheritdoc/>
    protected override string BeginsStep => "{Worker} starts to {Step} order {OrderId} at {ShopTime}";
}
