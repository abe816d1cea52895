using ActorCafe.OrderBook;
using ActorCafe.Shop;
using ActorCafe.Shop.Customers;
using ActorCafe.Shop.Orders;
using Akka.Actor;
using Akka.Event;

namespace ActorCafe.Cluster.Front;

/// <summary>Admits orders of the book to the shop, each only once, even if <see cref="Admit"/> is repeated.</summary>
internal sealed class OrderIntake(ShopContext shop) : UntypedActor
{
    /// <summary>Admits an order that is in the book.</summary>
    internal sealed record Admit(BookedOrder Order);

    /// <summary>An order has left the shop and is closed in the book.</summary>
    internal sealed record OrderLeft(Order Order);

    /// <summary>Asks for <see cref="Empty"/> once no order is inside.</summary>
    internal sealed record AwaitEmpty
    {
        public static AwaitEmpty Instance { get; } = new();
    }

    /// <summary>No order is inside.</summary>
    internal sealed record Empty
    {
        public static Empty Instance { get; } = new();
    }

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly OrderEntry _entry = new(shop);
    private readonly HashSet<long> _inside = [];
    private readonly List<IActorRef> _waiting = [];

    public static Props Props(ShopContext shop) => Akka.Actor.Props.Create(() => new OrderIntake(shop));

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Admit admit:
                Enter(admit.Order);
                break;
            case OrderLeft left:
                _inside.Remove(left.Order.Number);
                _entry.Return(left.Order);
                AnswerIfEmpty();
                break;
            case AwaitEmpty:
                _waiting.Add(Sender);
                AnswerIfEmpty();
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Enter(BookedOrder order)
    {
        if (shop.Model.Settings.Menu.FirstOrDefault(drink => drink.Name == order.Drink) is not { } drink)
        {
            _log.Error("Order {OrderId} stays open: {Drink}, which it is for, is no longer on the menu", order.Number, order.Drink);
        }
        else if (_inside.Add(order.Number))
        {
            _entry.Place(order.Number, order.Number, order.Customer, drink);
        }
    }

    private void AnswerIfEmpty()
    {
        if (_inside.Count == 0)
        {
            _waiting.ForEach(asker => asker.Tell(Empty.Instance));
            _waiting.Clear();
        }
    }
}
