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
    public void An_order_is_closed_once_however_often_it_comes()
    {
        var order = OrderOf(_shop);

        _counter.Tell(order);
        _counter.Tell(order);
        _counter.Tell(new PickUpCounter.GiveUp(order));

        Notebook.Facts.ShouldBe(["left 1 Served at 0"]);
    }

    [Fact]
    public void Who_stayed_with_an_order_is_let_go()
    {
        var (order, waiter) = (OrderOf(_shop), CreateTestProbe());
        order.Held = [waiter];

        _counter.Tell(order);

        waiter.ExpectMsg<Worker.Released>();
    }

    [Fact]
    public void The_shop_is_empty_when_the_last_order_has_left()
    {
        _counter.Tell(OrderOf(_shop, 1));
        _counter.Tell(new PickUpCounter.LastOrder(2, ByHand: false));
        ExpectNothing(_root);

        _counter.Tell(OrderOf(_shop, 2));

        _root.ExpectMsg<CoffeeShop.AllOrdersCompleted>();
    }

    [Fact]
    public void An_order_given_up_leaves_unserved()
    {
        _counter.Tell(new PickUpCounter.GiveUp(OrderOf(_shop)));

        Notebook.Facts.ShouldBe([$"left 1 {Outcome.Unserved} at 0"]);
    }
}
