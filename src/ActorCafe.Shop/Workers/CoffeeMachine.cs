using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Workers;

/// <summary>Brews.</summary>
internal sealed class CoffeeMachine(ShopFloor floor, StageSettings stage) : Worker(floor, stage)
{
    /// <inheritdoc/>
    protected override string BeginsStep => "{Worker} starts to {Step} order {OrderId} at {ShopTime}";
}
