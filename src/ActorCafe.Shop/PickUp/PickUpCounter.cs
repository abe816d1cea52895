using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Workers;
using Akka.Actor;

namespace ActorCafe.Shop.PickUp;

/// <summary>Hands out the coffee and closes the order: every <see cref="Order"/> told to it leaves the shop once, with the outcome that it carries.</summary>
internal sealed class PickUpCounter(ShopContext shop) : CafeActor
{
    /// <summary>No order after this number will be placed. <paramref name="StoppedEarly"/> says whether the run was stopped early.</summary>
    internal sealed record LastOrder(long Number, bool StoppedEarly);

    /// <summary>An order leaves unserved, wherever it is.</summary>
    internal sealed record Abandon(Order Order);

    // Orders are returned in chains, because a message for each would cost as much as serving it.
    private const int ChainLength = 64;

    private readonly int _chainLength = shop.Model.Settings.Customers.Arrivals is ArrivalSettings.Closed ? 1 : ChainLength;
    private Order? _chain;
    private int _inChain;
    private long _closed;
    private LastOrder? _last;

    public static Props Props(ShopContext shop) => Akka.Actor.Props.Create(() => new PickUpCounter(shop));

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case Order order:
                Close(order);
                break;
            case Abandon { Order.HasLeft: false } abandoned:
                abandoned.Order.Outcome = Outcome.Unserved;
                Close(abandoned.Order);
                break;
            case Abandon:
                break;
            case LastOrder last:
                _last = last;
                EndIfEmpty();
                break;
            default:
                return false;
        }

        return true;
    }

    private void Close(Order order)
    {
        // An abandoned order may still come from a worker.
        if (order.HasLeft)
        {
            return;
        }

        shop.Close(order);
        _closed++;
        if (order.Outcome != Outcome.Unserved)
        {
            Return(order);
        }

        EndIfEmpty();
    }

    private void Return(Order order)
    {
        order.Next = _chain;
        _chain = order;
        if (++_inChain == _chainLength)
        {
            shop.Customers.Tell(new Customers.Customers.OrdersLeft(order), ActorRefs.Nobody);
            (_chain, _inChain) = (null, 0);
        }
    }

    private void EndIfEmpty()
    {
        if (_closed == _last?.Number)
        {
            shop.Root.Tell(new CoffeeShop.AllOrdersCompleted(_last.StoppedEarly), ActorRefs.Nobody);
        }
    }
}
