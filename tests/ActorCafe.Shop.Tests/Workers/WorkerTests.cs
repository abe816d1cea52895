using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Stages;
using ActorCafe.Shop.Workers;
using Akka.Actor;
using Akka.TestKit;

namespace ActorCafe.Shop.Tests.Workers;

public sealed class WorkerTests : CafeKit
{
    private static readonly Distribution[] Times = [new Deterministic(20), new Deterministic(60), new Deterministic(45)];

    private readonly TestProbe _pool;
    private readonly TestProbe _next;
    private readonly TestProbe _counter;

    public WorkerTests() => (_pool, _next, _counter) = (CreateTestProbe(), CreateTestProbe(), CreateTestProbe());

    [Fact]
    public void A_worker_that_its_pool_has_registered_reports_that_it_is_idle()
    {
        var waiter = StartWorker(Shops.Pipeline(1, 1, 1, Times), stage: 0);

        _pool.ExpectMsg<StageQueue.WorkerIdle>().Slot.Actor.ShouldBe(waiter);
    }

    [Fact]
    public void A_worker_serves_for_the_service_time_and_passes_the_order_on()
    {
        var shop = Shops.Pipeline(1, 1, 1, Times);
        var waiter = StartWorker(shop, stage: 0);
        _pool.ExpectMsg<StageQueue.WorkerIdle>();

        waiter.Tell(OrderOf(shop));
        Clock.AdvanceTo(19);
        ExpectNothing(_next, _pool);
        Clock.AdvanceTo(20);

        _next.ExpectMsg<Order>().Visits[0].Finished.ShouldBe(TimeSpan.FromSeconds(20));
        _pool.ExpectMsg<StageQueue.WorkerIdle>();
    }

    [Fact]
    public void Service_never_begins_before_the_order_arrived()
    {
        // Each thread reads the real clock itself, so an order may be stamped later than the worker that takes it.
        var shop = Shops.Single(1, new Deterministic(5));
        var waiter = StartWorker(shop, stage: 0);
        var order = OrderOf(shop);
        order.VisitTo(0).Enqueued = TimeSpan.FromMicroseconds(3);

        waiter.Tell(order);
        Clock.AdvanceTo(5);

        _counter.ExpectMsg<Order>().Visits[0].Started.ShouldBe(TimeSpan.FromMicroseconds(3));
    }

    [Fact]
    public void The_last_stage_passes_the_order_to_the_pick_up_counter()
    {
        var shop = Shops.Single(1, new Deterministic(5));
        var waiter = StartWorker(shop, stage: 0);

        waiter.Tell(OrderOf(shop));
        Clock.AdvanceTo(5);

        _counter.ExpectMsg<Order>().Number.ShouldBe(1);
    }

    [Fact]
    public void Consecutive_steps_of_one_stage_are_a_single_visit()
    {
        var shop = Shops.Solo(1, Times);
        var waiter = StartWorker(shop, stage: 0);

        waiter.Tell(OrderOf(shop));
        Clock.AdvanceTo(79);
        ExpectNothing(_next);
        Clock.AdvanceTo(80);

        _next.ExpectMsg<Order>();
    }

    [Fact]
    public void A_hand_over_occupies_the_worker()
    {
        var shop = Shops.Pipeline(1, 1, 1, Times).WithStage("waiter", stage => stage with { HandOverTime = TimeSpan.FromSeconds(7) });
        var waiter = StartWorker(shop, stage: 0);
        _pool.ExpectMsg<StageQueue.WorkerIdle>();

        waiter.Tell(OrderOf(shop));
        Clock.AdvanceTo(26);
        ExpectNothing(_next, _pool);
        Clock.AdvanceTo(27);

        _next.ExpectMsg<Order>().Visits[0].Finished.ShouldBe(TimeSpan.FromSeconds(20));
        Observer.Facts.ShouldContain("HandingOver +1 at 20");
        Observer.Facts.ShouldContain("HandingOver -1 at 27");
    }

    [Fact]
    public void A_worker_is_blocked_until_the_next_stage_has_taken_the_order()
    {
        var shop = Shops.Pipeline(1, 1, 1, Times).WithStage("grinder", stage => stage with { QueueCapacity = 0 });
        var waiter = StartWorker(shop, stage: 0);
        _pool.ExpectMsg<StageQueue.WorkerIdle>();
        waiter.Tell(OrderOf(shop));
        Clock.AdvanceTo(50);
        ExpectNothing(_pool);

        waiter.Tell(new Worker.Unblocked(1));

        _pool.ExpectMsg<StageQueue.WorkerIdle>();
        Observer.Facts.ShouldContain("Blocked +1 at 20");
        Observer.Facts.ShouldContain("Blocked -1 at 50");
    }

    [Fact]
    public void A_worker_that_stays_with_its_order_is_busy_until_the_order_has_left()
    {
        var shop = Shops.Solo(1, Times);
        var waiter = StartWorker(shop, stage: 0);
        _pool.ExpectMsg<StageQueue.WorkerIdle>();
        waiter.Tell(OrderOf(shop));
        Clock.AdvanceTo(125);
        ExpectNothing(_pool);

        waiter.Tell(new Worker.OrderLeft(1));

        _pool.ExpectMsg<StageQueue.WorkerIdle>();
        Observer.Facts.ShouldContain("Staying +1 at 80");
        Observer.Facts.ShouldNotContain(fact => fact.StartsWith("awaits pick-up", StringComparison.Ordinal));
    }

    [Fact]
    public void A_worker_killed_while_staying_is_not_released_by_its_former_order()
    {
        var shop = Shops.Solo(1, Times);
        var waiter = StartWorker(shop, stage: 0);
        waiter.Tell(OrderOf(shop, 1));
        Clock.AdvanceTo(80);
        waiter.Tell(Kill.Instance);
        waiter.Tell(OrderOf(shop, 2));
        Clock.AdvanceTo(160);

        waiter.Tell(new Worker.OrderLeft(1));
        Observer.Facts.ShouldNotContain("Staying -1 at 160");
        waiter.Tell(new Worker.OrderLeft(2));

        Observer.Facts.ShouldContain("Staying -1 at 160");
    }

    [Fact]
    public void A_worker_killed_while_blocked_is_not_released_by_its_former_order()
    {
        var shop = Shops.Pipeline(1, 1, 1, Times).WithStage("grinder", stage => stage with { QueueCapacity = 0 });
        var waiter = StartWorker(shop, stage: 0);
        waiter.Tell(OrderOf(shop, 1));
        Clock.AdvanceTo(20);
        waiter.Tell(Kill.Instance);
        waiter.Tell(OrderOf(shop, 2));
        Clock.AdvanceTo(40);

        waiter.Tell(new Worker.Unblocked(1));
        Observer.Facts.ShouldNotContain("Blocked -1 at 40");
        waiter.Tell(new Worker.Unblocked(2));

        Observer.Facts.ShouldContain("Blocked -1 at 40");
    }

    [Fact]
    public void A_remake_sends_the_order_back_to_the_workers_own_stage()
    {
        var shop = Shops.Single(1, new Deterministic(5)).WithRecipe(step => step with { RemakeProbability = 0.999999 });
        var waiter = StartWorker(shop, stage: 0);
        _pool.ExpectMsg<StageQueue.WorkerIdle>();

        waiter.Tell(OrderOf(shop));
        Clock.AdvanceTo(5);

        _pool.ExpectMsg<Order>().IsRemake.ShouldBeTrue();
        _pool.ExpectMsg<StageQueue.WorkerIdle>();
        ExpectNothing(_counter);
    }

    [Fact]
    public void A_worker_stopped_in_service_gives_its_order_back_once()
    {
        var shop = Shops.Pipeline(1, 1, 1, Times);
        var waiter = StartWorker(shop, stage: 0);
        _pool.ExpectMsg<StageQueue.WorkerIdle>();
        waiter.Tell(OrderOf(shop));

        waiter.Tell(PoisonPill.Instance);
        Clock.AdvanceTo(100);

        var gone = _pool.ExpectMsg<StageQueue.WorkerLeft>();
        gone.Order!.Number.ShouldBe(1);
        gone.OrdersTaken.ShouldBe(1);
        ExpectNothing(_next);
    }

    [Fact]
    public void A_worker_that_throws_gives_its_order_back_and_ignores_the_timer_set_before_the_restart()
    {
        var shop = Shops.Pipeline(1, 1, 1, new FirstThenFails(20), new Deterministic(60), new Deterministic(45));
        var waiter = StartWorker(shop, stage: 0);
        _pool.ExpectMsg<StageQueue.WorkerIdle>();

        waiter.Tell(OrderOf(shop, number: 2));

        _pool.ExpectMsg<StageQueue.WorkerFailed>().Order!.Number.ShouldBe(2);
        _pool.ExpectMsg<StageQueue.WorkerStarted>().Worker.ShouldBe(waiter);
        Observer.Facts.ShouldContain("service interrupted at 0");
    }

    [Fact]
    public void A_worker_that_is_retired_leaves()
    {
        var waiter = StartWorker(Shops.Pipeline(1, 1, 1, Times), stage: 0);
        _pool.ExpectMsg<StageQueue.WorkerIdle>();

        waiter.Tell(Worker.Retire.Instance);

        _pool.ExpectMsg<StageQueue.WorkerLeft>().Order.ShouldBeNull();
    }

    private IActorRef StartWorker(ShopSettings shop, int stage)
    {
        var context = ContextOf(shop);
        context.PickUpCounter = _counter;
        if (stage + 1 < context.Pools.Length)
        {
            context.Pools[stage + 1] = _next;
        }

        var worker = _pool.ChildActorOf(WorkerProps.Local(context, shop.Stages[stage]).WithDispatcher(CallingThreadDispatcher.Id), new OneForOneStrategy(_ => Directive.Restart));
        worker.Tell(new Worker.Registered(_pool.ExpectMsg<StageQueue.WorkerStarted>(), new WorkerSlot(worker, 1)));
        return worker;
    }

    /// <summary>Fails for order 2.</summary>
    private sealed class FirstThenFails(double seconds) : Distribution
    {
        public override double Mean => seconds;

        public override double Variance => 0;

        public override double Sample(ref Queueing.Streams.RandomStream random, long index) =>
            index == 1 ? throw new InvalidOperationException("out of beans") : seconds;
    }
}
