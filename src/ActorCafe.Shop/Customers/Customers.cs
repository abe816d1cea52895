using ActorCafe.Queueing.Streams;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.PickUp;
using ActorCafe.Shop.Stages;
using ActorCafe.Shop.Settings;
using Akka.Actor;

namespace ActorCafe.Shop.Customers;

/// <summary>The arrival process: places orders, and knows those still open.</summary>
internal abstract class Customers(ShopContext shop) : CafeActor
{
    private readonly ShopSettings _settings = shop.Model.Settings;
    private readonly List<Order> _slips = [];
    private Order? _spare;

    protected ShopContext Shop { get; } = shop;

    /// <summary>Orders placed so far.</summary>
    protected long Placed { get; private set; }

    /// <summary>Whether no more orders will be placed.</summary>
    protected bool IsOver { get; private set; }

    public static Props Props(ShopContext shop) => shop.Model.Settings.Customers.Arrivals switch
    {
        ArrivalSettings.Saturated => Akka.Actor.Props.Create(() => new SaturatedCustomers(shop)),
        ArrivalSettings.Closed closed => Akka.Actor.Props.Create(() => new ClosedCustomers(shop, closed)),
        var timed => Akka.Actor.Props.Create(() => new TimedCustomers(shop, timed)),
    };

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Returned returned:
                TakeBack(returned.First);
                break;
            case Open:
                WhenOpened();
                break;
            case CloseDoor:
                End(byHand: true);
                break;
            case Cut:
                CutOff();
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    /// <summary>The shop has opened: the clock stands at 0.</summary>
    protected abstract void WhenOpened();

    /// <summary>An order left; its customer may come again.</summary>
    protected virtual void WhenLeft(Order order)
    {
    }

    /// <summary>Whether the door is closed to who comes at this time.</summary>
    protected bool IsTooLate(TimeSpan time) => time > _settings.Customers.Until;

    /// <summary>Places an order; the last one closes the door behind it.</summary>
    protected void Place(long? customer = null, string? named = null, int? drink = null, WorkerTicket? calledBy = null)
    {
        var ordered = drink is { } index ? _settings.Menu[index] : Shop.Model.DrinkOf(Placed + 1);
        Place(Placed + 1, customer ?? Placed + 1, named, ordered, calledBy);
        if (Placed == _settings.Customers.Orders)
        {
            End();
        }
    }

    /// <summary>Places an order under a number it has already; numbers are used once.</summary>
    protected void Place(long number, long customer, string? named, Drink drink, WorkerTicket? calledBy = null)
    {
        var order = TakeSlip();
        Placed++;
        var now = Shop.Clock.Now;
        order.Begin(number, named, customer, drink, now);
        order.IsOpen = true;
        Shop.Observer.Placed(order);

        var stage = Shop.Model.NextStage(order)!.Index;
        if (calledBy is null)
        {
            Shop.Pools[stage].Tell(order, ActorRefs.Nobody);
        }
        else
        {
            Shop.Pools[stage].Tell(new StageQueue.CalledCustomer(order, calledBy), ActorRefs.Nobody);
        }

        // After that: patience that ended before there was a line to leave would never end.
        if (_settings.Customers.Patience is { } patience)
        {
            var stream = RandomStream.For(_settings.Seed, StreamNames.Patience, number);
            var willWait = Durations.FromSeconds(patience.Sample(ref stream, number - 1));
            Shop.Clock.Schedule(willWait, EventRank.Patience + number, Shop.Pools[stage], new StageQueue.PatienceEnded(number));
        }
    }

    /// <summary>No more orders will be placed.</summary>
    protected void End(bool byHand = false)
    {
        if (!IsOver)
        {
            IsOver = true;
            Shop.PickUpCounter.Tell(new PickUpCounter.LastOrder(Placed, byHand), ActorRefs.Nobody);
        }
    }

    private Order TakeSlip()
    {
        if (_spare is not { } order)
        {
            _slips.Add(order = new Order(_settings.Stages.Length));
            return order;
        }

        _spare = order.Next;
        order.Next = null;
        return order;
    }

    private void TakeBack(Order first)
    {
        var last = first;
        for (var order = first; order is not null; order = order.Next)
        {
            order.IsOpen = false;
            WhenLeft(order);
            last = order;
        }

        last.Next = _spare;
        _spare = first;
    }

    /// <summary>The run is cut off: whoever is still inside leaves unserved, in the order of placing.</summary>
    private void CutOff()
    {
        End();
        foreach (var order in _slips.Where(slip => slip.IsOpen).OrderBy(slip => slip.Number))
        {
            Shop.PickUpCounter.Tell(new PickUpCounter.GiveUp(order), ActorRefs.Nobody);
        }
    }

    /// <summary>The shop opens.</summary>
    internal sealed record Open
    {
        public static Open Instance { get; } = new();
    }

    /// <summary>The door is closed by hand: no new customers.</summary>
    internal sealed record CloseDoor
    {
        public static CloseDoor Instance { get; } = new();
    }

    /// <summary>The run ends now, whoever is inside.</summary>
    internal sealed record Cut
    {
        public static Cut Instance { get; } = new();
    }

    /// <summary>Slips of orders that have left, a chain by <see cref="Order.Next"/>.</summary>
    internal sealed record Returned(Order First);

    /// <summary>An idle worker of a first stage asks for the next customer.</summary>
    internal sealed record CallNextCustomer(int Stage, WorkerTicket Ticket);
}
