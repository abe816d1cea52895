using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Stages;
using Akka.Actor;

namespace ActorCafe.Shop.Workers;

/// <summary>
/// A worker whose service takes place elsewhere. To its pool it is a worker like any other, so the queue discipline is the same as on one node. Its child, the
/// server, communicates with the other place and tells this worker when that place is available (<see cref="RemoteService"/>).
/// </summary>
/// <remarks>
/// <code>
/// away -Available-> registered (idle or serving, as any worker) -Unavailable-> away
/// </code>
/// An order being served when its place becomes unavailable goes back to the pool.
/// </remarks>
internal sealed class RemoteWorker(ShopContext shop, StageSettings stage, Props server) : Worker(shop, stage)
{
    private IActorRef _server = StartServer(server);
    private RemoteService.Available? _available;
    private bool _isRetiring;

    private protected override IActorRef Pool => Shop.Pools[Stage.Index];

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case Order when !Membership.IsRegistered:
                // It was on its way here when this worker left; the pool has given it to another.
                break;
            case RemoteService.Available available:
                _available = available;
                if (!Membership.IsRegistered)
                {
                    Join(available.Number);
                }

                break;
            case RemoteService.Unavailable:
                BeAway();
                break;
            case Terminated gone when gone.ActorRef.Equals(_server):
                // Without its server this worker would wait for ever, and so would its order.
                BeAway();
                _server = StartServer(server);
                break;
            case RemoteService.Performed performed when InService is { } order && performed.Order == order.Number && performed.Epoch == _available?.Epoch:
                EndService(order, performed);
                break;
            case RemoteService.Performed:
                break;
            case Retire:
                _isRetiring = true;
                if (IsIdle)
                {
                    Context.Stop(Self);
                }

                break;
            default:
                return base.Receive(message);
        }

        return true;
    }

    // An order on its way here must go to another: this worker is not registered again before its place is available.
    protected override void PreRestart(Exception reason, object message)
    {
        Context.Stop(Context.Unwatch(_server));
        ReportLeft();
    }

    private protected override void Serve(Order order)
    {
        Log?.Begins(order, order.Step);
        _server.Tell(new RemoteService.Perform(_available!.Epoch, order.Number, order.Drink, order.NextStep, order.Repetition), Self);
    }

    private protected override void ReportIdle()
    {
        if (_isRetiring)
        {
            Context.Stop(Self);
        }
        else if (_available is null)
        {
            Leave();
        }
        else
        {
            base.ReportIdle();
        }
    }

    private static IActorRef StartServer(Props server) => Context.Watch(Context.ActorOf(server, "server"));

    private void BeAway()
    {
        if (_available is not null)
        {
            _available = null;
            Leave();
        }
    }

    /// <summary>Leaves the pool. While an order that was served is still being handed over, the pool is told afterwards.</summary>
    private void Leave()
    {
        if (IsIdle || InService is not null)
        {
            ReportLeft();
        }
    }

    private void EndService(Order order, RemoteService.Performed performed)
    {
        order.Failures = 0;
        order.NextStep = performed.NextStep;
        order.Repetition = performed.Repetition;
        order.VisitTo(Stage.Index).Begin(Shop.Clock.Now - performed.Service);
        EndService(order, order.NextStage);
    }
}

/// <summary>
/// The messages between a remote worker and its server. An epoch is one period of availability: both sides ignore what belongs to an earlier one.
/// </summary>
internal static class RemoteService
{
    /// <summary>Server to worker: the place can serve an order.</summary>
    /// <param name="Epoch">Counted by the server.</param>
    /// <param name="Number">The worker's number at its stage, from 1; null to be given the next one.</param>
    public sealed record Available(long Epoch, int? Number);

    /// <summary>Server to worker: the place can no longer serve; an order in service must go to another.</summary>
    public sealed record Unavailable
    {
        public static Unavailable Instance { get; } = new();
    }

    /// <summary>Worker to server: perform the steps of an order that this stage performs.</summary>
    /// <param name="Epoch">That of the last <see cref="Available"/>.</param>
    /// <param name="Order">The order's number.</param>
    /// <param name="Drink">The drink ordered.</param>
    /// <param name="NextStep">The index in the recipe of the next step, from 0.</param>
    /// <param name="Repetition">How often that step has been done already.</param>
    public sealed record Perform(long Epoch, long Order, Drink Drink, int NextStep, int Repetition);

    /// <summary>Server to worker: the steps are done.</summary>
    /// <param name="Epoch">That of the <see cref="Perform"/>.</param>
    /// <param name="Order">The order's number.</param>
    /// <param name="NextStep">The index in the recipe of the next step; the recipe's length when all are done.</param>
    /// <param name="Repetition">How often that step has been done already; above 0: it must be done again.</param>
    /// <param name="Service">The service time, shop time.</param>
    public sealed record Performed(long Epoch, long Order, int NextStep, int Repetition, TimeSpan Service);
}

/// <summary>Creates the workers of a stage.</summary>
internal static class WorkerProps
{
    /// <summary>Workers in this process.</summary>
    public static Props Local(ShopContext shop, StageSettings stage)
    {
        ArgumentNullException.ThrowIfNull(stage);
        return stage.NewWorker is { } own ? own(shop, stage)
            : stage.Preempts || stage.Breakdown is not null ? Props.Create(() => new InterruptibleWorker(shop, stage))
            : Props.Create(() => new SteadyWorker(shop, stage));
    }

    /// <summary>Workers whose service takes place elsewhere.</summary>
    /// <param name="shop">The shop.</param>
    /// <param name="stage">Their stage.</param>
    /// <param name="server">Communicates with the other place by <see cref="RemoteService"/>; each worker has one as its child.</param>
    public static Props Remote(ShopContext shop, StageSettings stage, Props server) => Props.Create(() => new RemoteWorker(shop, stage, server));

    /// <summary>The message that asks a worker to leave after its current order.</summary>
    public static object Retire => Worker.Retire.Instance;
}
