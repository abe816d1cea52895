using ActorCafe.Shop.Observation;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Pools;
using ActorCafe.Time;
using Akka.Actor;

namespace ActorCafe.Shop;

/// <summary>
/// What every actor of a shop knows: the blueprint, the clock, the observer, and where the others stand.
/// The root writes the places once, before the first customer comes; nobody writes after.
/// </summary>
internal sealed class ShopFloor(Blueprint blueprint, IClock clock, IShopObserver observer)
{
    public Blueprint Blueprint { get; } = blueprint;

    public IClock Clock { get; } = clock;

    public IShopObserver Observer { get; } = observer;

    /// <summary>The pool of each stage, by its index.</summary>
    public IActorRef[] Pools { get; } = new IActorRef[blueprint.Settings.Stages.Length];

    /// <summary>
    /// The door of each pool, once the stage is open: for orders and idle workers, whom Akka's router would bring there on the same thread
    /// after asking what they are.
    /// </summary>
    public StageDoor?[] Doors { get; } = new StageDoor?[blueprint.Settings.Stages.Length];

    public IActorRef Customers { get; set; } = ActorRefs.Nobody;

    public IActorRef PickUpCounter { get; set; } = ActorRefs.Nobody;

    public IActorRef Root { get; set; } = ActorRefs.Nobody;

    /// <summary>Hands an order in at a stage.</summary>
    /// <param name="giver">Who keeps the order until there is room for it; nobody: it need not be known.</param>
    /// <param name="now">The time, which the giver has read already.</param>
    public void HandIn(OrderSlip order, int stage, IActorRef giver, TimeSpan now)
    {
        if (Doors[stage] is { } door)
        {
            door.HandIn(order, giver, now);
        }
        else
        {
            Pools[stage].Tell(order, giver);
        }
    }
}
