using ActorCafe.Cluster.Book;
using ActorCafe.Cluster.Front;
using ActorCafe.Cluster.Kitchen;
using ActorCafe.Shop;
using ActorCafe.Shop.Customers;
using ActorCafe.Shop.Orders;
using Akka.Actor;

namespace ActorCafe.Cluster.Tests.Front;

/// <summary>The test is the first stage.</summary>
public sealed class OrderDeskTests : Akka.TestKit.Xunit2.TestKit
{
    private readonly ShopContext _context = new(new ShopModel(Essay.Pipeline()), new HandClock(), new Unobserved());
    private readonly IActorRef _desk;

    public OrderDeskTests()
    {
        Array.Fill(_context.Pools, TestActor);
        _desk = Sys.ActorOf(OrderDesk.Props(_context));
    }

    [Fact]
    public void Lets_an_order_in_under_the_number_it_has_in_the_book()
    {
        _desk.Tell(new OrderDesk.Admit(Booked(41)));

        var order = ExpectMsg<Order>();
        (order.Number, order.Customer, order.Drink.Name).ShouldBe((41, "Ann", "coffee"));
    }

    [Fact]
    public void Lets_an_order_in_once_however_often_it_is_said()
    {
        _desk.Tell(new OrderDesk.Admit(Booked(41)));
        _desk.Tell(new OrderDesk.Admit(Booked(41)));
        _desk.Tell(new OrderDesk.Admit(Booked(42)));

        ExpectMsg<Order>().Number.ShouldBe(41);
        ExpectMsg<Order>().Number.ShouldBe(42);
    }

    [Fact]
    public void Uses_the_slip_of_an_order_that_left_again()
    {
        _desk.Tell(new OrderDesk.Admit(Booked(41)));
        var slip = ExpectMsg<Order>();

        _desk.Tell(new Customers.Returned(slip));
        _desk.Tell(new OrderDesk.Admit(Booked(42)));

        ExpectMsg<Order>().ShouldBeSameAs(slip);
        slip.Number.ShouldBe(42);
    }

    [Fact]
    public void Leaves_open_and_says_so_what_is_no_longer_on_the_menu()
    {
        EventFilter.Error(start: "Order 41 stays open: beer").ExpectOne(() => _desk.Tell(new OrderDesk.Admit(Booked(41) with { Drink = "beer" })));

        HasMessages.ShouldBeFalse();
    }

    [Fact]
    public void Says_when_the_last_of_those_inside_has_left()
    {
        _desk.Tell(new OrderDesk.Admit(Booked(41)));
        var slip = ExpectMsg<Order>();

        _desk.Tell(OrderDesk.AwaitLast.Instance, TestActor);
        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
        _desk.Tell(new Customers.Returned(slip));

        ExpectMsg<OrderDesk.LastLeft>();
    }

    [Fact]
    public void Says_at_once_that_nobody_is_inside()
    {
        _desk.Tell(OrderDesk.AwaitLast.Instance, TestActor);

        ExpectMsg<OrderDesk.LastLeft>();
    }

    private static BookedOrder Booked(long number) => new(number, $"id-{number}", "coffee", "Ann", DateTimeOffset.UnixEpoch, null, null, null);
}
