using System.Collections.Immutable;
using ActorCafe.Cluster.Book;
using ActorCafe.Cluster.Kitchen;
using ActorCafe.Shop;
using ActorCafe.Shop.Stages;
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
internal sealed class FrontOfHouse(ShopContext shop, FrontParts front, IOrderBook book, ImmutableArray<BookedOrder> open, TimeProvider time) : UntypedActor
{
    private readonly ILoggingAdapter _log = Context.GetLogger();

    public static Props Props(ShopContext shop, FrontParts front, IOrderBook book, ImmutableArray<BookedOrder> open, TimeProvider time) =>
        Akka.Actor.Props.Create(() => new FrontOfHouse(shop, front, book, open, time)).WithDispatcher(CoffeeShop.Dispatcher);

    protected override void PreStart()
    {
        shop.Root = Self;
        shop.PickUpCounter = Context.ActorOf(DurableCounter.Props(shop, book, time).WithDispatcher(CoffeeShop.Dispatcher), "pick-up-counter");
        shop.Customers = Context.ActorOf(OrderDesk.Props(shop).WithDispatcher(CoffeeShop.Dispatcher), "customers");
        foreach (var stage in shop.Model.Settings.Stages)
        {
            shop.Pools[stage.Index] = Context.ActorOf(WorkersOf(stage).WithDispatcher(CoffeeShop.Dispatcher).WithRouter(FromConfig.Instance), stage.Name);
        }

        foreach (var stage in shop.Model.Settings.Stages)
        {
            var foreman = stage.Worker == WorkerKind.Grinder
                ? Context.ActorOf(Foreman.Props(shop, stage, front).WithDispatcher(CoffeeShop.Dispatcher), $"foreman-of-{stage.Name}")
                : null;
            shop.Pools[stage.Index].Tell(new StageQueue.Open(shop, stage, foreman));
        }

        shop.Clock.Release();
        foreach (var order in open)
        {
            shop.Customers.Tell(new OrderDesk.Admit(order));
        }
    }

    protected override void PostStop() => front.Telemetry?.Traces.Close();

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case OrderDesk.Admit or OrderDesk.AwaitLast:
                shop.Customers.Forward(message);
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
                return Worker.Props(shop, stage);
            case WorkerKind.Grinder:
                return Station.Props(stage.Name);
            default:
                var machines = Akka.Cluster.Cluster.Get(Context.System).SelfRoles.Contains(Settings.Roles.Machine)
                    ? ClusterSharding.Get(Context.System).ShardRegion(stage.Name)
                    : CoffeeMachineShards.StartProxy(Context.System, stage);
                return RemoteWorker.Props(shop, stage, front, new CoffeeMachines(machines, stage));
        }
    }
}
