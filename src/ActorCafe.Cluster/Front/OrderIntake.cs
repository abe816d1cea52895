using System.Collections.Immutable;
using ActorCafe.OrderBook;
using ActorCafe.Shop;
using ActorCafe.Shop.Customers;
using ActorCafe.Shop.Orders;
using Akka.Actor;
using Akka.Event;

namespace ActorCafe.Cluster.Front;

/// <summary>Admits orders of the book to the shop, each only once, however often it is named.</summary>
/// <param name="shop">The shop.</param>
/// <param name="state">Learns of orders that cannot be admitted.</param>
/// <param name="book">The book as it was opened.</param>
internal sealed class OrderIntake(ShopContext shop, FrontState state, OpenedBook book) : UntypedActor
{
    /// <summary>Admits an order that is in the book.</summary>
    internal sealed record Admit(BookedOrder Order);

    /// <summary>Admits those of these orders that are not admitted yet.</summary>
    internal sealed record AdmitAll(ImmutableArray<BookedOrder> Orders);

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
    private readonly AdmittedNumbers _admitted = new(book);
    private int _inside;
    private readonly List<IActorRef> _waiting = [];

    public static Props Props(ShopContext shop, FrontState state, OpenedBook book) => Akka.Actor.Props.Create(() => new OrderIntake(shop, state, book));

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Admit admit:
                Enter(admit.Order);
                break;
            case AdmitAll all:
                EnterAll(all.Orders);
                break;
            case OrderLeft left:
                _inside--;
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

    private void EnterAll(ImmutableArray<BookedOrder> orders)
    {
        foreach (var order in orders)
        {
            Enter(order);
        }
    }

    private void Enter(BookedOrder order)
    {
        if (!_admitted.Add(order.Number))
        {
            return;
        }

        if (shop.Model.Settings.Menu.FirstOrDefault(drink => drink.Name == order.Drink) is { } drink)
        {
            _inside++;
            _entry.Place(order.Number, order.Number, order.Customer, drink);
        }
        else if (state.AddNotOnMenu(order.Drink))
        {
            _log.Error(
                "The order book has open orders for {Drink}, which is not on the menu, so this front is not ready. Start it once more with the menu that has it, and let them be served",
                order.Drink);
        }
    }

    private void AnswerIfEmpty()
    {
        if (_inside == 0)
        {
            _waiting.ForEach(asker => asker.Tell(Empty.Instance));
            _waiting.Clear();
        }
    }
}
