using ActorCafe.Shop.Observation;
using ActorCafe.Time;
using Akka.Actor;

namespace ActorCafe.Shop;

/// <summary>
/// What every actor of a shop knows: the model, the clock, the observer, and where the others stand.
/// The root writes the places once, before the first customer comes; nobody writes after.
/// </summary>
internal sealed class ShopContext(ShopModel model, IClock clock, IShopObserver observer)
{
    public ShopModel Model { get; } = model;

    public IClock Clock { get; } = clock;

    public IShopObserver Observer { get; } = observer;

    /// <summary>The pool of each stage, by its index.</summary>
    public IActorRef[] Pools { get; } = new IActorRef[model.Settings.Stages.Length];

    public IActorRef Customers { get; set; } = ActorRefs.Nobody;

    public IActorRef PickUpCounter { get; set; } = ActorRefs.Nobody;

    public IActorRef Root { get; set; } = ActorRefs.Nobody;
}
