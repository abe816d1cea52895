using ActorCafe.Cluster.Book;
using ActorCafe.Shop;
using ActorCafe.Shop.Customers;
using ActorCafe.Shop.Orders;
using Akka.Actor;
using Akka.Event;

namespace ActorCafe.Cluster.Front;

/// <summary>Where orders that are in the book enter the shop, each once, however often it is said.</summary>
internal sealed class OrderDesk(ShopContext shop) : Customers(shop)
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly HashSet<long> _inside = [];
    private readonly List<IActorRef> _awaitLast = [];

    public static new Props Props(ShopContext shop) => Akka.Actor.Props.Create(() => new OrderDesk(shop));

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Admit admit:
                Enter(admit.Order);
                break;
            case AwaitLast:
                _awaitLast.Add(Sender);
                TellIfEmpty();
                break;
            default:
                base.OnReceive(message);
                break;
        }
    }

    protected override void WhenOpened()
    {
        // Customers come by themselves.
    }

    protected override void WhenLeft(Order order)
    {
        _inside.Remove(order.Number);
        TellIfEmpty();
    }

    private void Enter(BookedOrder order)
    {
        if (Shop.Model.Settings.Menu.FirstOrDefault(drink => drink.Name == order.Drink) is not { } drink)
        {
            _log.Error("Order {OrderId} stays open: {Drink}, which it is for, is no longer on the menu", order.Number, order.Drink);
        }
        else if (_inside.Add(order.Number))
        {
            Place(order.Number, order.Number, order.Customer, drink);
        }
    }

    private void TellIfEmpty()
    {
        if (_inside.Count == 0)
        {
            _awaitLast.ForEach(asker => asker.Tell(LastLeft.Instance));
            _awaitLast.Clear();
        }
    }

    /// <summary>An order that is in the book is to be served.</summary>
    internal sealed record Admit(BookedOrder Order);

    /// <summary>Say when nobody is inside any more: answered with <see cref="LastLeft"/>.</summary>
    internal sealed record AwaitLast
    {
        public static AwaitLast Instance { get; } = new();
    }

    /// <summary>Nobody is inside.</summary>
    internal sealed record LastLeft
    {
        public static LastLeft Instance { get; } = new();
    }
}
