using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Stages;
using ActorCafe.Shop.Workers;
using Akka.Actor;
using Akka.Routing;
using Akka.TestKit;

namespace ActorCafe.Shop.Tests.Stages;

/// <summary>The queue of one stage, with probes as its workers and neighbours.</summary>
public abstract class StageQueueKit : CafeKit
{
    private readonly Dictionary<long, Order> _orders = [];
    private StageQueue _queue = null!;
    private ShopSettings _shop = null!;

    private protected TestProbe Root { get; private set; } = null!;

    private protected TestProbe Counter { get; private set; } = null!;

    private protected TestProbe Outside { get; private set; } = null!;

    private protected static QueueDiscipline SharedQueue => new SharedQueue();

    private protected static QueueDiscipline ShortestQueue => new QueuePerWorker(new ShortestQueueRouting());

    private protected static QueueDiscipline RoundRobin => new QueuePerWorker(new LogicRouting(new RoundRobinRoutingLogic()));

    private protected static QueueDiscipline AtRandom => new QueuePerWorker(new RandomRouting());

    public static TheoryData<string> Disciplines => new(nameof(SharedQueue), nameof(ShortestQueue), nameof(RoundRobin), nameof(AtRandom));

    private protected static QueueDiscipline Named(string discipline) => discipline switch
    {
        nameof(SharedQueue) => SharedQueue,
        nameof(ShortestQueue) => ShortestQueue,
        nameof(RoundRobin) => RoundRobin,
        _ => AtRandom,
    };

    private protected static ShopSettings Stage(int workers = 1, Func<StageSettings, StageSettings>? change = null) =>
        Shops.Single(workers, new Queueing.Distributions.Deterministic(1)).WithStage("waiter", change ?? (stage => stage));

    private protected void Open(QueueDiscipline discipline, ShopSettings shop)
    {
        (_shop, _queue) = (shop, new StageQueue(discipline));
        (Root, Counter, Outside) = (CreateTestProbe(), CreateTestProbe(), CreateTestProbe());
        var context = ContextOf(shop);
        (context.Root, context.PickUpCounter, context.Customers) = (Root, Counter, Outside);
        Tell(new StageQueue.Open(context, shop.Stages[0]));
    }

    /// <summary>Opens the stage with all its workers idle.</summary>
    private protected FakeWorker[] OpenWithIdle(QueueDiscipline discipline, ShopSettings shop)
    {
        Open(discipline, shop);
        var workers = Enumerable.Range(0, shop.Stages[0].Workers).Select(_ => StartWorker()).ToArray();
        Root.HasMessages.ShouldBeTrue();
        return workers;
    }

    private protected void Tell(object message, IActorRef? sender = null) => _queue.Send(message, sender!);

    /// <summary>Starts an idle worker.</summary>
    private protected FakeWorker StartWorker()
    {
        var worker = new FakeWorker(CreateTestProbe(), Tell);
        worker.Start();
        return worker;
    }

    private protected Order Order(long number, int drink = 0)
    {
        if (!_orders.TryGetValue(number, out var order))
        {
            _orders[number] = order = OrderOf(_shop, number, drink);
        }

        return order;
    }

    /// <summary>Sends orders to the stage, one after the other.</summary>
    private protected void Arrive(params long[] numbers) => Array.ForEach(numbers, number => Tell(Order(number)));

    /// <summary>Ends the patience that runs for an order; false if none does.</summary>
    private protected bool EndPatience(long number)
    {
        if (Clock.Pending.FirstOrDefault(alarm => (alarm.Message as Reneging.Wait)?.Order.Number == number) is not { } alarm)
        {
            return false;
        }

        Clock.Fire(alarm);
        Tell(alarm.Message);
        return true;
    }

    /// <summary>A worker, as seen by its queue.</summary>
    private protected sealed class FakeWorker(TestProbe probe, Action<object, IActorRef?> tell)
    {
        private long _taken;
        private Order? _onItsWay;

        public TestProbe Probe { get; } = probe;

        public WorkerSlot Slot { get; private set; } = null!;

        public bool HasNothing => _onItsWay is null && !Probe.HasMessages;

        /// <summary>Starts or restarts, and reports that it is idle, unless an order was on its way. Such an order arrives before the registration.</summary>
        public void Start()
        {
            tell(new StageQueue.WorkerStarted(Probe.Ref), null);
            object message;
            while ((message = Probe.ReceiveOne(TimeSpan.FromSeconds(3))) is Order order)
            {
                _onItsWay = order;
            }

            Slot = message.ShouldBeOfType<Worker.Registered>().Slot;
            if (_onItsWay is null)
            {
                ReportIdle();
            }
        }

        public void ReportIdle() => tell(new StageQueue.WorkerIdle(Slot), null);

        /// <summary>Takes the order sent to it and begins service.</summary>
        public Order Take()
        {
            var order = _onItsWay ?? Probe.ExpectMsg<Order>();
            _onItsWay = null;
            _taken++;
            order.InProgress = true;
            return order;
        }

        public void Takes(long number) => Take().Number.ShouldBe(number);

        /// <summary>Takes an order, which must be this one, serves it, and reports that it is idle.</summary>
        public void Serves(long number)
        {
            Takes(number);
            ReportIdle();
        }

        /// <summary>Serves orders one by one until none is left.</summary>
        public long[] ServeAll()
        {
            var served = new List<long>();
            while (!HasNothing)
            {
                served.Add(Take().Number);
                ReportIdle();
            }

            return [.. served];
        }

        public void Leaves()
        {
            Probe.ExpectMsg<Worker.Retire>();
            tell(new StageQueue.WorkerLeft(Probe.Ref, null, _taken), null);
        }

        public void StopsWith(Order? inHand) => tell(new StageQueue.WorkerLeft(Probe.Ref, inHand, _taken), null);

        /// <summary>Fails with this order in service and restarts: a new actor under the same reference.</summary>
        public void FailsWith(Order order)
        {
            tell(new StageQueue.WorkerFailed(Probe.Ref, order, _taken, new InvalidOperationException("out of beans")), null);
            Restart();
        }

        /// <summary>Is killed while idle and restarts. A message on its way is still in its mailbox.</summary>
        public void Kill()
        {
            tell(new StageQueue.WorkerFailed(Probe.Ref, null, _taken, new ActorKilledException("Kill")), null);
            Restart();
        }

        private void Restart()
        {
            _taken = 0;
            Start();
        }
    }
}
