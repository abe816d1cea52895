using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Workers;

/// <summary>Grinds beans.</summary>
internal sealed class Grinder(ShopContext shop, StageSettings stage) : Worker(shop, stage)
{
    /// <inheritdoc/>
    protected override string BeginsStep => "{Worker} begins to {Step} for order {OrderId} at {ShopTime}";
}
