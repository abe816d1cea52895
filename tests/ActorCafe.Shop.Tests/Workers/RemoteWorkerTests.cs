using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Stages;
using ActorCafe.Shop.Workers;
using Akka.Actor;
using Akka.TestKit;

namespace ActorCafe.Shop.Tests.Workers;

/// <summary>The test is the worker's pool, its server and the counter.</summary>
public sealed class RemoteWorkerTests : CafeKit
{
    private readonly Settings.ShopSettings _shop = Shops.Pipeline();
    private readonly TestProbe _pool;
    private readonly TestProbe _server;
    private readonly TestProbe _counter;

    public RemoteWorkerTests() => (_pool, _server, _counter) = (CreateTestProbe(), CreateTestProbe(), CreateTestProbe());

    [Fact]
    public void Joins_its_pool_when_its_server_is_available()
    {
        var worker = StartWorker();
        ExpectNothing(_pool);

        worker.Tell(new RemoteService.Available(5, 3));

        _pool.ExpectMsg<StageQueue.WorkerStarted>().Number.ShouldBe(3);
    }

    [Fact]
    public void Has_its_server_perform_the_steps_and_passes_the_order_on()
    {
        var worker = StartAvailableWorker();
        var order = Order();

        worker.Tell(order);
        var perform = _server.ExpectMsg<RemoteService.Perform>();
        Clock.AdvanceTo(50);
        worker.Tell(new RemoteService.Performed(1, 7, 3, 0, TimeSpan.FromSeconds(45)));

        (perform.Epoch, perform.Order, perform.Drink.Name, perform.NextStep, perform.Repetition).ShouldBe((1, 7, "coffee", 2, 0));
        _counter.ExpectMsg<Order>().ShouldBeSameAs(order);
        _pool.ExpectMsg<StageQueue.WorkerIdle>();
        (order.Visits[2].Started, order.Visits[2].Finished).ShouldBe((TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(50)));
    }

    [Fact]
    public void Sends_an_order_that_must_be_remade_back_to_the_pool()
    {
        var worker = StartAvailableWorker();
        worker.Tell(Order());

        worker.Tell(new RemoteService.Performed(1, 7, 2, 1, TimeSpan.FromSeconds(45)));

        _pool.ExpectMsg<Order>().Repetition.ShouldBe(1);
        _pool.ExpectMsg<StageQueue.WorkerIdle>();
    }

    [Fact]
    public void Gives_its_order_back_when_its_server_becomes_unavailable()
    {
        var worker = StartAvailableWorker();
        var order = Order();
        worker.Tell(order);

        worker.Tell(RemoteService.Unavailable.Instance);

        _pool.ExpectMsg<StageQueue.WorkerLeft>().Order.ShouldBeSameAs(order);
    }

    [Fact]
    public void Ignores_an_order_that_was_on_its_way_when_it_left()
    {
        var worker = StartAvailableWorker();
        worker.Tell(RemoteService.Unavailable.Instance);
        worker.Tell(new RemoteService.Available(2, 1));

        worker.Tell(Order());

        _pool.ExpectMsg<StageQueue.WorkerLeft>().OrdersTaken.ShouldBe(0);
        _pool.ExpectMsg<StageQueue.WorkerStarted>();
        ExpectNothing(_server);
    }

    [Fact]
    public void Ignores_the_answer_to_an_order_that_it_gave_back()
    {
        var worker = StartAvailableWorker();
        worker.Tell(Order());
        worker.Tell(RemoteService.Unavailable.Instance);
        _pool.ExpectMsg<StageQueue.WorkerLeft>();

        worker.Tell(new RemoteService.Performed(1, 7, 3, 0, TimeSpan.FromSeconds(45)));

        ExpectNothing(_pool, _counter);
    }

    [Fact]
    public void Finishes_its_current_order_before_it_retires()
    {
        var worker = StartAvailableWorker();
        worker.Tell(Order());

        worker.Tell(WorkerProps.Retire);
        ExpectNothing(_pool);
        worker.Tell(new RemoteService.Performed(1, 7, 3, 0, TimeSpan.FromSeconds(45)));

        _counter.ExpectMsg<Order>();
        _pool.ExpectMsg<StageQueue.WorkerLeft>().Order.ShouldBeNull();
    }

    [Fact]
    public void A_worker_that_fails_gives_its_order_back_and_starts_again_with_a_new_server()
    {
        var worker = StartAvailableWorker();
        var order = Order();
        worker.Tell(order);

        worker.Tell(Kill.Instance);

        _pool.ExpectMsg<StageQueue.WorkerLeft>().Order.ShouldBeSameAs(order);
        worker.Tell(new RemoteService.Available(2, 1));
        worker.Tell(new Worker.Registered(_pool.ExpectMsg<StageQueue.WorkerStarted>(), new WorkerSlot(worker, 1)));
        _pool.ExpectMsg<StageQueue.WorkerIdle>();
        worker.Tell(Order());
        _server.FishForMessage<RemoteService.Perform>(perform => perform.Epoch == 2);
    }

    [Fact]
    public void A_worker_whose_server_ends_gives_its_order_back_and_starts_another_server()
    {
        var worker = StartAvailableWorker();
        var order = Order();
        worker.Tell(order);
        _server.ExpectMsg<RemoteService.Perform>();

        Sys.Stop(ServerOf(worker));

        AwaitAssert(() => _pool.HasMessages.ShouldBeTrue());
        _pool.ExpectMsg<StageQueue.WorkerLeft>().Order.ShouldBeSameAs(order);
        worker.Tell(new RemoteService.Available(2, 1));
        worker.Tell(new Worker.Registered(_pool.ExpectMsg<StageQueue.WorkerStarted>(), new WorkerSlot(worker, 1)));
        _pool.ExpectMsg<StageQueue.WorkerIdle>();
        worker.Tell(order);
        _server.ExpectMsg<RemoteService.Perform>().Epoch.ShouldBe(2);
    }

    private IActorRef ServerOf(IActorRef worker)
    {
        Sys.ActorSelection(worker.Path / "server").Tell(new Identify(null), TestActor);
        return ExpectMsg<ActorIdentity>().Subject;
    }

    private IActorRef StartWorker()
    {
        var context = ContextOf(_shop);
        (context.Pools[2], context.PickUpCounter) = (_pool, _counter);
        var server = Props.Create(() => new Forwarder(_server)).WithDispatcher(CallingThreadDispatcher.Id);
        return CreateTestProbe().ChildActorOf(
            WorkerProps.Remote(context, _shop.Stages[2], server).WithDispatcher(CallingThreadDispatcher.Id), new OneForOneStrategy(_ => Directive.Restart));
    }

    private IActorRef StartAvailableWorker()
    {
        var worker = StartWorker();
        worker.Tell(new RemoteService.Available(1, 1));
        worker.Tell(new Worker.Registered(_pool.ExpectMsg<StageQueue.WorkerStarted>(), new WorkerSlot(worker, 1)));
        _pool.ExpectMsg<StageQueue.WorkerIdle>();
        return worker;
    }

    private Order Order()
    {
        var order = OrderOf(_shop, 7);
        order.NextStep = 2;
        order.VisitTo(2).Enqueued = TimeSpan.Zero;
        return order;
    }

    private sealed class Forwarder(IActorRef to) : UntypedActor
    {
        protected override void OnReceive(object message) => to.Forward(message);
    }
}
