using ActorCafe.Shop.PickUp;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Stages;
using ActorCafe.Shop.Workers;
using Akka.Actor;

namespace ActorCafe.Shop;

/// <summary>The root of a shop's actors, at <c>/user/cafe</c>: starts the stages, opens, resizes pools by the clock, and reports how the run ended.</summary>
internal sealed class CoffeeShop(ShopContext shop, Action<ShopEnd> ended, bool isStopped) : UntypedActor
{
    /// <summary>The last order has left.</summary>
    internal sealed record AllOrdersCompleted(bool StoppedEarly);

    /// <summary>Resizes a stage by a number of workers. Answers the new size, or null if that would leave none.</summary>
    internal sealed record ChangePool(int Stage, int Change, Action<int?> Answer);

    /// <summary>Stops early: no more customers arrive, and those inside are served.</summary>
    internal sealed record StopArrivals
    {
        public static StopArrivals Instance { get; } = new();
    }

    /// <summary>Stops at once: those inside leave unserved.</summary>
    internal sealed record StopNow
    {
        public static StopNow Instance { get; } = new();
    }

    /// <summary>An observer of the run threw an exception.</summary>
    internal sealed record ObserverFailed(Exception Reason);

    /// <summary>A stage's schedule changes its pool's size.</summary>
    internal sealed record PoolChangeDue(int Stage, int Workers);

    /// <summary>Orders wait where nobody works, and nobody will come any more.</summary>
    internal sealed record NobodyComes
    {
        public static NobodyComes Instance { get; } = new();
    }

    private sealed record StopDue
    {
        public static StopDue Instance { get; } = new();
    }

    private readonly PoolTargets _targets = new(shop);
    private int _unstaffed = shop.Model.Settings.Stages.Length;
    // With stop-at the shop stays open and staffed until then, although nobody may come again.
    private bool _staysOpen;
    private bool _isEmpty;
    private bool _closedEarly;
    private bool _isOver;

    private ShopSettings Settings => shop.Model.Settings;

    /// <param name="shop">The shop to start.</param>
    /// <param name="ended">Called once, on the café's dispatcher, when the run has ended.</param>
    /// <param name="isStopped">Whether the run is stopped before it opens.</param>
    public static Props Props(ShopContext shop, Action<ShopEnd> ended, bool isStopped = false) =>
        Akka.Actor.Props.Create(() => new CoffeeShop(shop, ended, isStopped)).WithDispatcher(ShopContext.Dispatcher);

    protected override void PreStart()
    {
        shop.Root = Self;
        if (isStopped)
        {
            // Before the pools start, whose workers would open the shop first.
            Self.Tell(StopNow.Instance);
        }

        shop.PickUpCounter = Context.ActorOf(PickUpCounter.Props(shop).WithDispatcher(ShopContext.Dispatcher), "pick-up-counter");
        shop.Customers = Context.ActorOf(Customers.Customers.Props(shop).WithDispatcher(ShopContext.Dispatcher), "customers");
        shop.StartStages(Context, stage => WorkerProps.Local(shop, stage));
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case StageStaffed:
                if (--_unstaffed == 0 && !_isOver)
                {
                    OpenShop();
                }

                break;
            case PoolChangeDue due:
                _targets.Apply(due);
                break;
            case ChangePool change:
                Receive(change);
                break;
            case WarmUp.Length:
                shop.Observer.WarmedUp(shop.Clock.Now);
                break;
            case StopDue when _isEmpty:
                End(false, null);
                break;
            case StopDue or NobodyComes:
                _staysOpen = false;
                shop.Customers.Tell(Customers.Customers.Abort.Instance);
                break;
            case StopArrivals:
                CloseEarly();
                shop.Customers.Tell(Customers.Customers.StopArrivals.Instance);
                break;
            case StopNow:
                CloseEarly();
                shop.Customers.Tell(Customers.Customers.StopArrivals.Instance);
                shop.Customers.Tell(Customers.Customers.Abort.Instance);
                break;
            case AllOrdersCompleted { StoppedEarly: false } when _staysOpen:
                _isEmpty = true;
                break;
            case AllOrdersCompleted completed:
                End(completed.StoppedEarly || _closedEarly, null);
                break;
            case OrderFailed failed:
                Fail($"order {failed.Order.Number} failed {ShopContext.MaxFailures} times in a row at {failed.Stage.Name}: {failed.Reason.Message}", failed.Reason);
                break;
            case ObserverFailed failed:
                Fail(failed.Reason.Message, failed.Reason);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    // A pool restarts a worker that fails. If the customers, the counter or a pool's head fails, that is a defect, and the run ends.
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(error =>
    {
        Fail($"the shop broke down: {error.Message}", error);
        return Directive.Stop;
    });

    private void OpenShop()
    {
        shop.Clock.Release();
        _targets.Open();
        if (Settings.Statistics.WarmUp is WarmUp.Length warmUp)
        {
            shop.Clock.ScheduleBackground(warmUp.Time, EventRank.WarmedUp, Self, warmUp);
        }

        if (Settings.Customers.StopAt is { } stopAt)
        {
            _staysOpen = true;
            shop.Clock.Schedule(stopAt - Settings.Customers.OpensAt, EventRank.StopAt, Self, StopDue.Instance);
        }

        shop.Customers.Tell(Customers.Customers.Open.Instance);
    }

    private void CloseEarly()
    {
        _closedEarly |= _staysOpen;
        _staysOpen = false;
        if (_isEmpty)
        {
            End(true, null);
        }
    }

    private void Receive(ChangePool change)
    {
        var workers = _targets[change.Stage] + change.Change;
        if (_isOver || workers < 1)
        {
            change.Answer(null);
            return;
        }

        _targets.Resize(change.Stage, workers);
        change.Answer(workers);
    }

    private void Fail(string message, Exception reason) => End(false, new ShopFailedException(message, reason));

    private void End(bool stoppedEarly, ShopFailedException? failure)
    {
        if (_isOver)
        {
            return;
        }

        _isOver = true;
        foreach (var pool in shop.Pools)
        {
            pool.Tell(StageQueue.Close.Instance);
        }

        ended(new ShopEnd(shop.Clock.Now, stoppedEarly, failure) { Pools = [.. Settings.Stages.Select(stage => _targets[stage.Index])] });
    }
}
