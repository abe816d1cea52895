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
internal sealed class FrontRoot(ShopContext shop, FrontServices front, IOrderBook book, OpenedBook opened, TimeProvider time) : UntypedActor, IWithTimers
{
    private sealed record RetryDue(OrderFailed Failed);

    /// <summary>The pause before an order with which workers failed repeatedly is tried again. Others are served meanwhile.</summary>
    private static readonly TimeSpan AfterFailures = TimeSpan.FromSeconds(30);

    private readonly ILoggingAdapter _log = Context.GetLogger();

    public ITimerScheduler Timers { get; set; } = null!;

    public static Props Props(ShopContext shop, FrontServices front, IOrderBook book, OpenedBook opened, TimeProvider time) =>
        Akka.Actor.Props.Create(() => new FrontRoot(shop, front, book, opened, time)).WithDispatcher(ShopContext.Dispatcher);

    protected override void PreStart()
    {
        shop.Root = Self;
        shop.PickUpCounter = Start(DurableCounter.Props(shop, book, time).WithDispatcher(ShopContext.Dispatcher), "pick-up-counter");
        shop.Customers = Start(OrderIntake.Props(shop, front.State, opened).WithDispatcher(ShopContext.Dispatcher), "customers");
        shop.StartStages(
            Context,
            WorkersOf,
            stage => stage.PoolRole is null ? null : Start(PoolPlacement.Props(shop, stage, front), $"placement-of-{stage.ActorName}"));
        foreach (var pool in shop.Pools)
        {
            Context.Watch(pool);
        }

        shop.Clock.Release();
        shop.Customers.Tell(new OrderIntake.AdmitAll(opened.Open));
    }

    // What it began with, the orders that were open when the book was read, is out of date by now: the node starts again instead.
    protected override void PostRestart(Exception reason) => Context.Stop(Self);

    protected override void PostStop() => front.Telemetry?.Traces.Close();

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case OrderIntake.Admit or OrderIntake.AdmitAll or OrderIntake.AwaitEmpty:
                shop.Customers.Forward(message);
                break;
            case StageStaffed:
                // Nothing to do: orders queue until workers join.
                break;
            case OrderFailed failed:
                _log.Error(
                    failed.Reason, "Order {OrderId} failed {Failures} times in a row at {Stage} and is tried again in {Pause}",
                    failed.Order.Number, ShopContext.MaxFailures, failed.Stage.Name, AfterFailures);
                Timers.StartSingleTimer(failed.Order.Number, new RetryDue(failed), AfterFailures);
                break;
            case RetryDue due:
                shop.Pools[due.Failed.Stage.Index].Tell(due.Failed.Order, ActorRefs.NoSender);
                break;
            case Terminated ended:
                _log.Error("{Actor} has ended, and the front ends with it", ended.ActorRef.Path);
                Context.Stop(Self);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    // A failure here is a defect. Every order is in the book, so the whole node starts again from there.
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Escalate);

    private static IActorRef Start(Props props, string name) => Context.Watch(Context.ActorOf(props, name));

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
