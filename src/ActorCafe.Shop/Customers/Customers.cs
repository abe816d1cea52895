using ActorCafe.Shop.Orders;
using ActorCafe.Shop.PickUp;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Stages;
using Akka.Actor;

namespace ActorCafe.Shop.Customers;

/// <summary>The arrival process: places orders.</summary>
internal abstract class Customers(ShopContext shop) : CafeActor
{
    /// <summary>The shop opens.</summary>
    internal sealed record Open
    {
        public static Open Instance { get; } = new();
    }

    /// <summary>Stops the arrivals early.</summary>
    internal sealed record StopArrivals
    {
        public static StopArrivals Instance { get; } = new();
    }

    /// <summary>Ends the run now: all orders inside leave unserved.</summary>
    internal sealed record Abort
    {
        public static Abort Instance { get; } = new();
    }

    /// <summary>Returns orders that have left, chained by <see cref="Order.Next"/>.</summary>
    internal sealed record OrdersLeft(Order First);

    private readonly CustomersSettings _settings = shop.Model.Settings.Customers;
    private readonly OrderEntry _entry = new(shop);

    protected ShopContext Shop { get; } = shop;

    /// <summary>Orders placed so far.</summary>
    protected long Placed => _entry.Placed;

    /// <summary>Whether no more orders will be placed.</summary>
    protected bool IsOver { get; private set; }

    public static Props Props(ShopContext shop) => shop.Model.Settings.Customers.Arrivals switch
    {
        ArrivalSettings.Saturated => Akka.Actor.Props.Create(() => new SaturatedCustomers(shop)),
        ArrivalSettings.Closed closed => Akka.Actor.Props.Create(() => new ClosedCustomers(shop, closed)),
        var timed => Akka.Actor.Props.Create(() => new TimedCustomers(shop, timed)),
    };

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case OrdersLeft left:
                TakeBack(left.First);
                break;
            case Open:
                WhenOpened();
                break;
            case StopArrivals:
                End(stoppedEarly: true);
                break;
            case Abort:
                AbandonAll();
                break;
            default:
                return false;
        }

        return true;
    }

    /// <summary>Called when the shop has opened.</summary>
    protected abstract void WhenOpened();

    /// <summary>Called when an order has left; its customer may come again.</summary>
    protected virtual void WhenLeft(Order order)
    {
    }

    /// <summary>Whether a customer who arrives at this time is too late.</summary>
    protected bool IsTooLate(TimeSpan time) => time > _settings.Until;

    /// <summary>Places an order; the last one ends the arrivals.</summary>
    protected void Place(long? customer = null, string? named = null, int? drink = null, WorkerSlot? calledBy = null)
    {
        var number = Placed + 1;
        var ordered = drink is { } index ? Shop.Model.Settings.Menu[index] : Shop.Model.DrinkOf(number);
        _entry.Place(number, customer ?? number, named, ordered, calledBy);
        if (Placed == _settings.Orders)
        {
            End();
        }
    }

    /// <summary>Ends the arrivals.</summary>
    protected void End(bool stoppedEarly = false)
    {
        if (!IsOver)
        {
            IsOver = true;
            Shop.PickUpCounter.Tell(new PickUpCounter.LastOrder(Placed, stoppedEarly), ActorRefs.Nobody);
        }
    }

    private void TakeBack(Order first)
    {
        for (var order = first; order is not null; order = order.Next)
        {
            WhenLeft(order);
        }

        _entry.Return(first);
    }

    private void AbandonAll()
    {
        End();
        foreach (var order in _entry.Open)
        {
            Shop.PickUpCounter.Tell(new PickUpCounter.Abandon(order), ActorRefs.Nobody);
        }
    }
}
