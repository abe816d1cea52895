using ActorCafe.Shop;
using ActorCafe.Shop.Settings;
using ActorCafe.Time;
using Akka.Actor;

namespace ActorCafe.Cluster.Hosts;

/// <summary>
/// What every <see cref="WorkerHost"/> of a node needs. It is an extension of the actor system, because a host deployed by another node arrives with
/// only the name of its stage.
/// </summary>
/// <param name="shop">The shop, the same on every node.</param>
/// <param name="clock">Shop time, for service times.</param>
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

    /// <summary>Registers it with a node's actor system, once.</summary>
    public void InstallIn(ActorSystem system) => system.RegisterExtension(new Provider(this));

    private sealed class Provider(HostEnvironment environment) : ExtensionIdProvider<HostEnvironment>
    {
        public override HostEnvironment CreateExtension(ExtendedActorSystem system) => environment;
    }
}
