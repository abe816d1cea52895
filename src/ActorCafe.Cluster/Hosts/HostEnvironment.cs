using ActorCafe.Shop;
using ActorCafe.Shop.Settings;
using ActorCafe.Time;
using Akka.Actor;

namespace ActorCafe.Cluster.Hosts;

/// <summary>
/// What every <see cref="WorkerHost"/> of a node works with. It is an extension of the actor system, because a host that another node deploys brings
/// nothing but the name of its stage.
/// </summary>
/// <param name="shop">The shop, the same on every node.</param>
/// <param name="clock">Shop time, for service.</param>
/// <param name="wall">Wall time, for leases.</param>
internal sealed class HostEnvironment(ShopSettings shop, IClock clock, TimeProvider wall) : IExtension
{
    public ShopModel Model { get; } = new(shop);

    public IClock Clock { get; } = clock;

    public TimeProvider Wall { get; } = wall;

    /// <exception cref="InvalidOperationException">The actor system was not started as a node of a café.</exception>
    public static HostEnvironment Of(ActorSystem system) =>
        system.TryGetExtension<HostEnvironment>(out var environment)
            ? environment
            : throw new InvalidOperationException("The actor system was not started as a node of a café.");

    /// <summary>Installs it in a node's actor system, once.</summary>
    public void InstallIn(ActorSystem system) => system.RegisterExtension(new Provider(this));

    private sealed class Provider(HostEnvironment environment) : ExtensionIdProvider<HostEnvironment>
    {
        public override HostEnvironment CreateExtension(ExtendedActorSystem system) => environment;
    }
}
