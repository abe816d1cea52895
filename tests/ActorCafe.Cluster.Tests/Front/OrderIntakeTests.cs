using ActorCafe.Cluster.Front;
using ActorCafe.OrderBook;
using ActorCafe.Shop;
using ActorCafe.Shop.Observation;
using ActorCafe.Shop.Orders;
using Akka.Actor;

namespace ActorCafe.Cluster.Tests.Front;

/// <summary>The test acts as the first stage.</summary>
public sealed class OrderIntakeTests : Akka.TestKit.Xunit2.TestKit
{
    private readonly ShopContext _context = new(new ShopModel(TestShops.Pipeline()), new ManualClock(), NullObserver.Instance);
    private readonly FrontState _state = new();
    private readonly IActorRef _intake;

    public OrderIntakeTests()
    {
        Array.Fill(_context.Pools, TestActor);
        _intake = Sys.ActorOf(OrderIntake.Props(_context, _state, new OpenedBook([Booked(3), Booked(7)], 40)));
    }

    [Fact]
    public void Admits_an_order_under_the_number_it_has_in_the_book()
    {
        _intake.Tell(new OrderIntake.Admit(Booked(41)));

        var order = ExpectMsg<Order>();
        (order.Number, order.Customer, order.Drink.Name).ShouldBe((41, "Ann", "coffee"));
    }

    [Fact]
    public void Admits_an_order_once_even_if_it_is_repeated()
    {
        _intake.Tell(new OrderIntake.Admit(Booked(41)));
        _intake.Tell(new OrderIntake.Admit(Booked(41)));
        _intake.Tell(new OrderIntake.Admit(Booked(42)));

        ExpectMsg<Order>().Number.ShouldBe(41);
        ExpectMsg<Order>().Number.ShouldBe(42);
    }

    [Fact]
    public void Reuses_the_record_of_an_order_that_has_left()
    {
        _intake.Tell(new OrderIntake.Admit(Booked(41)));
        var order = ExpectMsg<Order>();

        _intake.Tell(new OrderIntake.OrderLeft(order));
        _intake.Tell(new OrderIntake.Admit(Booked(42)));

        ExpectMsg<Order>().ShouldBeSameAs(order);
        order.Number.ShouldBe(42);
    }

    [Fact]
    public void Does_not_admit_an_order_again_that_has_left()
    {
        _intake.Tell(new OrderIntake.Admit(Booked(41)));
        _intake.Tell(new OrderIntake.OrderLeft(ExpectMsg<Order>()));

        _intake.Tell(new OrderIntake.Admit(Booked(41)));
        _intake.Tell(new OrderIntake.Admit(Booked(42)));

        ExpectMsg<Order>().Number.ShouldBe(42);
    }

    [Fact]
    public void Of_the_orders_of_a_reread_book_admits_those_it_has_not_been_told_of()
    {
        _intake.Tell(new OrderIntake.Admit(Booked(41)));

        _intake.Tell(new OrderIntake.AdmitAll([Booked(3), Booked(5), Booked(41), Booked(42)]));

        ReceiveN(3).Cast<Order>().Select(order => order.Number).ShouldBe([41, 3, 42], "order 5 had ended before the book was opened");
    }

    [Fact]
    public void Keeps_a_front_with_open_orders_for_a_drink_that_is_not_on_the_menu_from_being_ready_and_logs_it_once()
    {
        _state.Open(TestActor, null!);

        EventFilter.Error(start: "The order book has open orders for beer").ExpectOne(() =>
        {
            _intake.Tell(new OrderIntake.Admit(Booked(41) with { Drink = "beer" }));
            _intake.Tell(new OrderIntake.Admit(Booked(42) with { Drink = "beer" }));
            _intake.Tell(OrderIntake.AwaitEmpty.Instance);
            ExpectMsg<OrderIntake.Empty>();
        });

        HasMessages.ShouldBeFalse();
    }

    [Fact]
    public void Answers_when_the_last_order_inside_has_left()
    {
        _intake.Tell(new OrderIntake.Admit(Booked(41)));
        var order = ExpectMsg<Order>();

        _intake.Tell(OrderIntake.AwaitEmpty.Instance, TestActor);
        ExpectNoMsg(TimeSpan.FromMilliseconds(100));
        _intake.Tell(new OrderIntake.OrderLeft(order));

        ExpectMsg<OrderIntake.Empty>();
    }

    [Fact]
    public void Answers_at_once_when_no_order_is_inside()
    {
        _intake.Tell(OrderIntake.AwaitEmpty.Instance, TestActor);

        ExpectMsg<OrderIntake.Empty>();
    }

    private static BookedOrder Booked(long number) => new(number, $"id-{number}", "coffee", "Ann", DateTimeOffset.UnixEpoch, null, null, null);
}
