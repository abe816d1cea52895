using ActorCafe.Cluster.Book;
using ActorCafe.Shop;
using ActorCafe.Shop.Customers;
using ActorCafe.Shop.Orders;
using Akka.Actor;
using Akka.Event;

namespace ActorCafe.Cluster.Front;

/// <summary>Where orders that are in the book enter the shop, each once, however often it is said.</summary>
internal sealed class OrderDesk(ShopFloor floor) : Customers(floor)
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly HashSet<long> _inside = [];

    public static new Props Props(ShopFloor floor) => Akka.Actor.Props.Create(() => new OrderDesk(floor));

    protected override void OnReceive(object message)
    {
        if (message is Admit admit)
        {
            Enter(admit.Order);
        }
        else
        {
            base.OnReceive(message);
        }
    }

    protected override void WhenOpened()
    {
        // Customers come by themselves.
    }

    protected override void WhenLeft(OrderSlip order) => _inside.Remove(order.Number);

    private void Enter(BookedOrder order)
    {
        if (Floor.Blueprint.Settings.Menu.FirstOrDefault(drink => drink.Name == order.Drink) is not { } drink)
        {
            _log.Error("Order {OrderId} stays open: {Drink}, which it is for, is no longer on the menu", order.Number, order.Drink);
        }
        else if (_inside.Add(order.Number))
        {
            Place(order.Number, order.Number, order.Customer, drink);
        }
    }

    /// <summary>An order that is in the book is to be served.</summary>
    internal sealed record Admit(BookedOrder Order);
}
