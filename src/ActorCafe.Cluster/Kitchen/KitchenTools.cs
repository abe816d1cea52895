using ActorCafe.Shop;
using ActorCafe.Shop.Settings;
using ActorCafe.Time;
using Akka.Actor;

namespace ActorCafe.Cluster.Kitchen;

/// <summary>
/// What every station on a node works with: the shop and the clock. An extension of the actor system, because a station that is
/// deployed from another node brings nothing with it but the name of its stage.
/// </summary>
/// <param name="shop">The shop, the same on every node.</param>
/// <param name="clock">The shop's time, for service.</param>
/// <param name="wall">The wall's time, for what the nodes agreed upon among themselves.</param>
internal sealed class KitchenTools(ShopSettings shop, IClock clock, TimeProvider wall) : IExtension
{
    public ShopModel Model { get; } = new(shop);

    public IClock Clock { get; } = clock;

    public TimeProvider Wall { get; } = wall;

    public static KitchenTools Of(ActorSystem system) =>
        system.TryGetExtension<KitchenTools>(out var tools)
            ? tools
            : throw new InvalidOperationException("The node has no kitchen: it was not started as a node of a café.");

    /// <summary>Gives a node its tools; once.</summary>
    public void InstallIn(ActorSystem system) => system.RegisterExtension(new Provider(this));

    private sealed class Provider(KitchenTools tools) : ExtensionIdProvider<KitchenTools>
    {
        public override KitchenTools CreateExtension(ExtendedActorSystem system) => tools;
    }
}
