using System.Collections.Immutable;
using ActorCafe.Cluster.Hosts;
using ActorCafe.Cluster.Settings;
using ActorCafe.OrderBook;
using ActorCafe.Shop;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Workers;
using Akka.Actor;
using Akka.Cluster.Sharding;
using Akka.Event;

namespace ActorCafe.Cluster.Front;

/// <summary>
/// The root of the café's actors at the front, at <c>/user/cafe</c>: order intake, pick-up counter and one pool per stage. It differs from the one-node
/// café in that hosts on other nodes perform the service of machine stages and cluster-aware pools.
/// </summary>
internal sealed class FrontRoot(ShopContext shop, FrontServices front, IOrderBook book, ImmutableArray<BookedOrder> open, TimeProvider time) : UntypedActor
{
    private readonly ILoggingAdapter _log = Context.GetLogger();

    public static Props Props(ShopContext shop, FrontServices front, IOrderBook book, ImmutableArray<BookedOrder> open, TimeProvider time) =>
        Akka.Actor.Props.Create(() => new FrontRoot(shop, front, book, open, time)).WithDispatcher(ShopContext.Dispatcher);

    protected override void PreStart()
    {
        shop.Root = Self;
        shop.PickUpCounter = Context.ActorOf(DurableCounter.Props(shop, book, time).WithDispatcher(ShopContext.Dispatcher), "pick-up-counter");
        shop.Customers = Context.ActorOf(OrderIntake.Props(shop).WithDispatcher(ShopContext.Dispatcher), "customers");
        shop.StartStages(
            Context,
            WorkersOf,
            stage => stage.PoolRole is null ? null : Context.ActorOf(PoolPlacement.Props(shop, stage, front), $"placement-of-{stage.Name}"));
        shop.Clock.Release();
        foreach (var order in open)
        {
            shop.Customers.Tell(new OrderIntake.Admit(order));
        }
    }

    protected override void PostStop() => front.Telemetry?.Traces.Close();

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case OrderIntake.Admit or OrderIntake.AwaitEmpty:
                shop.Customers.Forward(message);
                break;
            case StageStaffed:
                // Nothing to do: orders queue until workers join.
                break;
            case OrderFailed failed:
                // It stays open in the book and is retried when the front restarts.
                _log.Error(failed.Reason, "Order {OrderId} failed {Failures} times in a row at {Stage} and is put aside", failed.Order, ShopContext.MaxFailures, failed.Stage);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    // A failure here is a defect. Every order is in the book, so the whole front restarts from there.
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Escalate);

    private Props WorkersOf(StageSettings stage)
    {
        if (stage.Is == WorkerKind.Machine)
        {
            var region = Akka.Cluster.Cluster.Get(Context.System).SelfRoles.Contains(RoleNames.Machine)
                ? ClusterSharding.Get(Context.System).ShardRegion(stage.Name)
                : MachineShards.StartProxy(Context.System, stage);
            return WorkerProps.Remote(shop, stage, HostLink.Props(shop, front, new ShardedMachines(region, stage).HostOf));
        }

        return stage.PoolRole is null ? WorkerProps.Local(shop, stage) : WorkerHost.Props(stage.Name);
    }
}
