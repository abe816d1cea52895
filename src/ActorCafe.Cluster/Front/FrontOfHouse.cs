using System.Collections.Immutable;
using ActorCafe.Cluster.Kitchen;
using ActorCafe.OrderBook;
using ActorCafe.Shop;
using ActorCafe.Shop.Pools;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Workers;
using Akka.Actor;
using Akka.Cluster.Sharding;
using Akka.Event;
using Akka.Routing;

namespace ActorCafe.Cluster.Front;

/// <summary>
/// The root of the café's actors at the front, at <c>/user/cafe</c>: the order desk, the pick-up counter and a pool per stage, as in
/// the one-node café; but behind the pools of grinders and coffee machines stand stations on other nodes.
/// </summary>
internal sealed class FrontOfHouse(ShopFloor floor, FrontParts front, IOrderBook book, ImmutableArray<BookedOrder> open, TimeProvider time) : UntypedActor
{
    private readonly ILoggingAdapter _log = Context.GetLogger();

    public static Props Props(ShopFloor floor, FrontParts front, IOrderBook book, ImmutableArray<BookedOrder> open, TimeProvider time) =>
        Akka.Actor.Props.Create(() => new FrontOfHouse(floor, front, book, open, time)).WithDispatcher(CoffeeShop.Dispatcher);

    protected override void PreStart()
    {
        floor.Root = Self;
        floor.PickUpCounter = Context.ActorOf(DurableCounter.Props(floor, book, time).WithDispatcher(CoffeeShop.Dispatcher), "pick-up-counter");
        floor.Customers = Context.ActorOf(OrderDesk.Props(floor).WithDispatcher(CoffeeShop.Dispatcher), "customers");
        foreach (var stage in floor.Blueprint.Settings.Stages)
        {
            floor.Pools[stage.Index] = Context.ActorOf(WorkersOf(stage).WithDispatcher(CoffeeShop.Dispatcher).WithRouter(FromConfig.Instance), stage.Name);
        }

        foreach (var stage in floor.Blueprint.Settings.Stages)
        {
            var foreman = stage.Worker == WorkerKind.Grinder
                ? Context.ActorOf(Foreman.Props(floor, stage, front).WithDispatcher(CoffeeShop.Dispatcher), $"foreman-of-{stage.Name}")
                : null;
            floor.Pools[stage.Index].Tell(new StageDoor.Open(floor, stage, foreman));
        }

        floor.Clock.Release();
        foreach (var order in open)
        {
            floor.Customers.Tell(new OrderDesk.Admit(order));
        }
    }

    protected override void PostStop() => front.Telemetry?.Traces.Close();

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case OrderDesk.Admit or OrderDesk.AwaitLast:
                floor.Customers.Forward(message);
                break;
            case CoffeeShop.Staffed:
                // Orders wait for whoever comes.
                break;
            case CoffeeShop.OrderFailed failed:
                // It is open in the book, and is tried again when the front starts anew.
                _log.Error(failed.Reason, "Order {OrderId} failed {Failures} times in a row at {Stage} and is put aside", failed.Order, CoffeeShop.MaxFailures, failed.Stage);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    // Whatever breaks here is a defect, and what its actor held is in the book: the whole front starts anew from there.
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Escalate);

    private Props WorkersOf(StageSettings stage)
    {
        switch (stage.Worker)
        {
            case WorkerKind.Waiter:
                return Worker.Props(floor, stage);
            case WorkerKind.Grinder:
                return Station.Props(stage.Name);
            default:
                var machines = Akka.Cluster.Cluster.Get(Context.System).SelfRoles.Contains(Settings.Roles.Machine)
                    ? ClusterSharding.Get(Context.System).ShardRegion(stage.Name)
                    : CoffeeMachineShards.StartProxy(Context.System, stage);
                return RemoteWorker.Props(floor, stage, front, new CoffeeMachines(machines, stage));
        }
    }
}
