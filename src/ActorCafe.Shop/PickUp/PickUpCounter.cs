using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Workers;
using Akka.Actor;

namespace ActorCafe.Shop.PickUp;

/// <summary>
/// Hands out the coffee and closes the order: every <see cref="Order"/> told to it leaves the shop with the outcome it
/// bears, once. Workers who stayed with it are let go.
/// </summary>
internal sealed class PickUpCounter(ShopContext shop) : CafeActor
{
    // Slips go back in chains: a message for each would cost as much as serving it.
    private const int ChainLength = 64;

    private readonly int _chainLength = shop.Model.Settings.Customers.Arrivals is ArrivalSettings.Closed ? 1 : ChainLength;
    private Order? _chain;
    private int _inChain;
    private long _closed;
    private LastOrder? _last;

    public static Props Props(ShopContext shop) => Akka.Actor.Props.Create(() => new PickUpCounter(shop));

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Order order:
                Close(order);
                break;
            case GiveUp { Order.HasLeft: false } unserved:
                unserved.Order.Outcome = Outcome.Unserved;
                Close(unserved.Order);
                break;
            case GiveUp:
                break;
            case LastOrder last:
                _last = last;
                EndIfEmpty();
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Close(Order order)
    {
        // An order given up at the cut may still come in from a worker.
        if (order.HasLeft)
        {
            return;
        }

        order.HasLeft = true;
        order.Left = shop.Clock.Now;
        shop.Observer.Left(order);
        _closed++;

        // At the cut an order may still be in a worker's hands, and nobody begins anything any more.
        if (order.Outcome != Outcome.Unserved)
        {
            Release(order);
            Return(order);
        }

        EndIfEmpty();
    }

    /// <summary>Lets go the workers who stayed with an order.</summary>
    internal static void Release(Order order)
    {
        if (order.Held is not { Count: > 0 } held)
        {
            return;
        }

        var released = new Worker.Released(order.Number);
        foreach (var worker in held)
        {
            worker.Tell(released, ActorRefs.Nobody);
        }

        held.Clear();
    }

    private void Return(Order order)
    {
        order.Next = _chain;
        _chain = order;
        if (++_inChain == _chainLength)
        {
            shop.Customers.Tell(new Customers.Customers.Returned(order), ActorRefs.Nobody);
            (_chain, _inChain) = (null, 0);
        }
    }

    private void EndIfEmpty()
    {
        if (_closed == _last?.Number)
        {
            shop.Root.Tell(new CoffeeShop.AllOrdersCompleted(_last.ByHand), ActorRefs.Nobody);
        }
    }

    /// <summary>No order after this number will be placed; <paramref name="ByHand"/>: because the door was closed by hand.</summary>
    internal sealed record LastOrder(long Number, bool ByHand);

    /// <summary>An order leaves unserved, wherever it is.</summary>
    internal sealed record GiveUp(Order Order);
}
