using ActorCafe.Shop.Orders;
using ActorCafe.Shop.PickUp;
using ActorCafe.Shop.Workers;
using Akka.Actor;
using Akka.TestKit;

namespace ActorCafe.Shop.Tests.PickUp;

public sealed class PickUpCounterTests : CafeKit
{
    private readonly Settings.ShopSettings _shop = Shops.Pipeline();
    private readonly TestProbe _root;
    private readonly IActorRef _counter;

    public PickUpCounterTests()
    {
        _root = CreateTestProbe();
        var context = ContextOf(_shop);
        context.Root = _root;
        _counter = OnThisThread(PickUpCounter.Props(context));
    }

    [Fact]
    public void An_order_is_closed_once_even_if_it_arrives_again()
    {
        var order = OrderOf(_shop);

        _counter.Tell(order);
        _counter.Tell(order);
        _counter.Tell(new PickUpCounter.Abandon(order));

        Observer.Facts.ShouldBe(["left 1 Served at 0"]);
    }

    [Fact]
    public void A_worker_that_stayed_with_an_order_is_told_that_it_left()
    {
        var (order, waiter) = (OrderOf(_shop), CreateTestProbe());
        order.StayingWorkers = [waiter];

        _counter.Tell(order);

        waiter.ExpectMsg<Worker.OrderLeft>();
    }

    [Fact]
    public void The_shop_is_empty_when_the_last_order_has_left()
    {
        _counter.Tell(OrderOf(_shop, 1));
        _counter.Tell(new PickUpCounter.LastOrder(2, StoppedEarly: false));
        ExpectNothing(_root);

        _counter.Tell(OrderOf(_shop, 2));

        _root.ExpectMsg<CoffeeShop.AllOrdersCompleted>();
    }

    [Fact]
    public void An_abandoned_order_leaves_unserved()
    {
        _counter.Tell(new PickUpCounter.Abandon(OrderOf(_shop)));

        Observer.Facts.ShouldBe([$"left 1 {Outcome.Unserved} at 0"]);
    }
}
