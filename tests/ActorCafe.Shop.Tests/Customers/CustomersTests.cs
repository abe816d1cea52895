using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.PickUp;
using ActorCafe.Shop.Settings;
using Akka.Actor;
using Akka.TestKit;

namespace ActorCafe.Shop.Tests.Customers;

public sealed class CustomersTests : CafeKit
{
    private TestProbe _stage = null!;
    private TestProbe _counter = null!;

    [Fact]
    public void The_first_customer_arrives_after_one_gap()
    {
        Open(Gaps(30), orders: 2);

        Clock.AdvanceTo(60);

        Placed(2).ShouldBe([30, 60]);
        _counter.ExpectMsg<PickUpCounter.LastOrder>().Number.ShouldBe(2);
    }

    [Fact]
    public void A_batch_counts_customers_and_the_limit_counts_orders()
    {
        Open(new ArrivalSettings.Renewal(new Deterministic(30), 3), orders: 4);

        Clock.AdvanceTo(1000);

        Placed(4).ShouldBe([30, 30, 30, 60]);
        ExpectNothing(_stage);
    }

    [Fact]
    public void A_customer_who_arrives_as_arrivals_end_is_admitted()
    {
        Open(Gaps(30), orders: null, until: 90);

        Clock.AdvanceTo(1000);

        Placed(3).ShouldBe([30, 60, 90]);
        _counter.ExpectMsg<PickUpCounter.LastOrder>().Number.ShouldBe(3);
    }

    [Fact]
    public void A_trace_names_its_customers()
    {
        Open(new ArrivalSettings.Trace([new TraceEntry(TimeSpan.FromSeconds(5), "Ada", 0), new TraceEntry(TimeSpan.FromSeconds(5), "Bob", 0)]), orders: null);

        Clock.AdvanceTo(5);

        _stage.ExpectMsg<Order>().Customer.ShouldBe("Ada");
        _stage.ExpectMsg<Order>().Customer.ShouldBe("Bob");
    }

    [Fact]
    public void Returning_customers_think_before_they_order_and_after_they_leave()
    {
        var customers = Open(new ArrivalSettings.Closed(1, new Deterministic(60)), orders: 2);
        ExpectNothing(_stage);
        Clock.AdvanceTo(60);
        var order = _stage.ExpectMsg<Order>();

        customers.Tell(new Shop.Customers.Customers.OrdersLeft(order));
        Clock.AdvanceTo(120);

        var again = _stage.ExpectMsg<Order>();
        again.Number.ShouldBe(2);
        again.ShouldBeSameAs(order, "its record is used again");
    }

    [Fact]
    public void No_customer_arrives_after_arrivals_were_stopped()
    {
        var customers = Open(Gaps(30), orders: 100);
        Clock.AdvanceTo(30);

        customers.Tell(Shop.Customers.Customers.StopArrivals.Instance);
        Clock.AdvanceTo(1000);

        Placed(1).ShouldBe([30]);
        ExpectNothing(_stage);
        _counter.ExpectMsg<PickUpCounter.LastOrder>().StoppedEarly.ShouldBeTrue();
    }

    [Fact]
    public void An_aborted_run_abandons_every_order_inside_in_the_order_of_placing()
    {
        var customers = Open(Gaps(30), orders: 100);
        Clock.AdvanceTo(60);

        customers.Tell(Shop.Customers.Customers.Abort.Instance);

        _counter.ExpectMsg<PickUpCounter.LastOrder>().Number.ShouldBe(2);
        _counter.ExpectMsg<PickUpCounter.Abandon>().Order.Number.ShouldBe(1);
        _counter.ExpectMsg<PickUpCounter.Abandon>().Order.Number.ShouldBe(2);
    }

    private static ArrivalSettings.Renewal Gaps(double seconds) => new(new Deterministic(seconds), 1);

    private double[] Placed(int orders) => [.. Enumerable.Range(0, orders).Select(_ => _stage.ExpectMsg<Order>().Placed.TotalSeconds)];

    private IActorRef Open(ArrivalSettings arrivals, long? orders, double? until = null)
    {
        var shop = Shops.Single(1, new Deterministic(1)).WithArrivals(arrivals, orders)
            .WithCustomers(customers => customers with
            {
                Until = until is { } end ? TimeSpan.FromSeconds(end) : null,
            });
        var context = ContextOf(shop);
        context.Pools[0] = _stage = CreateTestProbe();
        context.PickUpCounter = _counter = CreateTestProbe();
        var customers = OnThisThread(Shop.Customers.Customers.Props(context));
        customers.Tell(Shop.Customers.Customers.Open.Instance);
        return customers;
    }
}
