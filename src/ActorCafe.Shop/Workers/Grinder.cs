using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Workers;

/// <summary>Grinds beans.</summary>
internal sealed class Grinder(ShopFloor floor, StageSettings stage) : Worker(floor, stage)
{
    /// <inheritdoc/>
    protected override string BeginsStep => "{Worker} begins to {Step} for order {OrderId} at {ShopTime}";
}
