using ActorCafe.Cluster.Front;
using ActorCafe.Cluster.Hosts;
using ActorCafe.Cluster.Tests.Cafe;
using ActorCafe.OrderBook;
using ActorCafe.Shop;
using ActorCafe.Shop.Observation;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Workers;
using Akka.Actor;
using Akka.TestKit;

namespace ActorCafe.Cluster.Tests.Front;

public sealed class DurableCounterTests : Akka.TestKit.Xunit2.TestKit
{
    private readonly InMemoryOrderBook _book = new();
    private readonly ShopContext _context = new(new ShopModel(TestShops.Pipeline()), new ManualClock(), NullObserver.Instance);
    private readonly IActorRef _counter;

    public DurableCounterTests()
    {
        _context.Customers = TestActor;
        _counter = Sys.ActorOf(DurableCounter.Props(_context, _book, TimeProvider.System));
    }

    [Fact]
    public async Task Lets_an_order_leave_once_the_book_has_it_closed_with_its_machine()
    {
        var order = await OrderAsync();
        var waiter = CreateTestProbe();
        order.StayingWorkers = [waiter];

        _counter.Tell(order);

        ExpectMsg<OrderIntake.OrderLeft>().Order.ShouldBeSameAs(order);
        waiter.ExpectMsg(new Worker.OrderLeft(order.Number));
        var booked = _book.Orders.ShouldHaveSingleItem();
        (booked.Outcome, booked.Machine).ShouldBe((BookedOutcome.Served, "machine-4"));
    }

    [Fact]
    public async Task Keeps_an_order_while_the_book_cannot_be_written_and_closes_it_when_it_can()
    {
        var order = await OrderAsync();
        _book.IsFull = true;
        EventFilter.Error(contains: "cannot be written").ExpectOne(() => _counter.Tell(order));
        HasMessages.ShouldBeFalse();

        _book.IsFull = false;

        ExpectMsg<OrderIntake.OrderLeft>();
        _book.Totals.Served.ShouldBe(1);
    }

    [Fact]
    public async Task Keeps_an_order_whatever_the_book_throws_and_says_so_once()
    {
        var order = await OrderAsync();
        _book.Failure = new InvalidOperationException("a defect");
        EventFilter.Error(contains: "cannot be written").Expect(1, () =>
        {
            _counter.Tell(order);
            _counter.Tell(new DurableCounter.Duplicate(order.Number));
            AwaitAssert(() => _book.FailedWrites.ShouldBeGreaterThan(2));
        });

        _book.Failure = null;

        ExpectMsg<OrderIntake.OrderLeft>();
    }

    [Fact]
    public async Task Records_a_duplicate_brew()
    {
        var order = await OrderAsync();

        _counter.Tell(new DurableCounter.Duplicate(order.Number));

        AwaitAssert(() => _book.Totals.DuplicatesSuppressed.ShouldBe(1));
    }

    [Fact]
    public async Task Records_a_rejected_order_without_a_machine()
    {
        var order = await OrderAsync();
        order.Outcome = Outcome.Reneged;
        order.VisitTo(2) = default;

        _counter.Tell(order);

        ExpectMsg<OrderIntake.OrderLeft>();
        var booked = _book.Orders.ShouldHaveSingleItem();
        (booked.Outcome, booked.Machine).ShouldBe((BookedOutcome.Reneged, null));
    }

    private async Task<Order> OrderAsync()
    {
        var booked = (await _book.AcceptAsync(new NewOrder("a", "coffee", null, DateTimeOffset.UnixEpoch), CancellationToken.None)).Order;
        var order = new Order(_context.Model);
        order.Begin(booked.Number, null, booked.Number, _context.Model.Settings.Menu[0], TimeSpan.Zero);
        ref var visit = ref order.VisitTo(2);
        visit.Worker = 4;
        visit.Finished = TimeSpan.FromSeconds(125);
        return order;
    }
}
