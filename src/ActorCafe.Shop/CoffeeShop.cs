using ActorCafe.Shop.PickUp;
using ActorCafe.Shop.Stages;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Workers;
using Akka.Actor;
using Akka.Routing;

namespace ActorCafe.Shop;

/// <summary>The root of a shop's actors, at <c>/user/cafe</c>: sets up the stages, opens, resizes pools by the clock, and says how it ended.</summary>
internal sealed class CoffeeShop : UntypedActor
{
    /// <summary>The dispatcher of every café actor.</summary>
    public const string Dispatcher = "cafe.dispatcher";

    /// <summary>How often in a row a worker may fail with the same order before the run is given up.</summary>
    public const int MaxFailures = 10;

    private readonly ShopContext _shop;
    private readonly Action<ShopEnd> _ended;
    private readonly int[] _targets;
    private int _unstaffed;
    private bool _isOver;

    public CoffeeShop(ShopContext shop, Action<ShopEnd> ended)
    {
        _shop = shop;
        _ended = ended;
        _targets = [.. Settings.Stages.Select(stage => stage.Workers)];
        _unstaffed = Settings.Stages.Length;
    }

    private ShopSettings Settings => _shop.Model.Settings;

    /// <param name="shop">The shop to set up.</param>
    /// <param name="ended">Called once, on the café's dispatcher, when the shop has ended.</param>
    public static Props Props(ShopContext shop, Action<ShopEnd> ended) =>
        Akka.Actor.Props.Create(() => new CoffeeShop(shop, ended)).WithDispatcher(Dispatcher);

    protected override void PreStart()
    {
        _shop.Root = Self;
        _shop.PickUpCounter = Context.ActorOf(PickUpCounter.Props(_shop).WithDispatcher(Dispatcher), "pick-up-counter");
        _shop.Customers = Context.ActorOf(Customers.Customers.Props(_shop).WithDispatcher(Dispatcher), "customers");
        foreach (var stage in Settings.Stages)
        {
            var workers = Worker.Props(_shop, stage).WithDispatcher(Dispatcher).WithRouter(FromConfig.Instance);
            _shop.Pools[stage.Index] = Context.ActorOf(workers, stage.Name);
        }

        foreach (var stage in Settings.Stages)
        {
            _shop.Pools[stage.Index].Tell(new StageQueue.Open(_shop, stage));
        }
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Staffed:
                if (--_unstaffed == 0 && !_isOver)
                {
                    OpenShop();
                }

                break;
            case PoolChangeDue due:
                Resize(due.Stage, due.Workers);
                break;
            case ChangePool change:
                Receive(change);
                break;
            case StopDue:
                _shop.Customers.Tell(Customers.Customers.Cut.Instance);
                break;
            case CloseDoor:
                _shop.Customers.Tell(Customers.Customers.CloseDoor.Instance);
                break;
            case StopNow:
                // In real time nobody waits for those inside to be finished.
                _shop.Customers.Tell(Customers.Customers.CloseDoor.Instance);
                _shop.Customers.Tell(Customers.Customers.Cut.Instance);
                break;
            case AllOrdersCompleted emptied:
                End(new ShopEnd(_shop.Clock.Now, emptied.ByHand, null));
                break;
            case OrderFailed failed:
                End(new ShopEnd(_shop.Clock.Now, false, new ShopFailedException(
                    $"order {failed.Order} failed {MaxFailures} times in a row at {failed.Stage}: {failed.Reason.Message}", failed.Reason)));
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    // A worker's failure is its pool's to mend. That of the customers, the counter or a pool's head is a defect: the run ends.
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(error =>
    {
        End(new ShopEnd(_shop.Clock.Now, false, new ShopFailedException($"the shop broke down: {error.Message}", error)));
        return Directive.Stop;
    });

    private void OpenShop()
    {
        _shop.Clock.Release();
        foreach (var stage in Settings.Stages)
        {
            foreach (var change in stage.Schedule)
            {
                _shop.Clock.Schedule(change.At, EventRank.PoolChange, Self, new PoolChangeDue(stage.Index, change.Workers));
            }
        }

        if (Settings.Customers.StopAt is { } stopAt)
        {
            _shop.Clock.Schedule(stopAt, EventRank.StopAt, Self, StopDue.Instance);
        }

        _shop.Customers.Tell(Customers.Customers.Open.Instance);
    }

    private void Receive(ChangePool change)
    {
        var workers = _targets[change.Stage] + change.Change;
        if (_isOver || workers < 1)
        {
            change.Answer(null);
            return;
        }

        Resize(change.Stage, workers);
        change.Answer(workers);
    }

    private void Resize(int stage, int workers)
    {
        var change = workers - _targets[stage];
        _targets[stage] = workers;
        if (change > 0)
        {
            _shop.Pools[stage].Tell(new AdjustPoolSize(change));
        }
        else if (change < 0)
        {
            // Akka would poison whomever it likes, in the middle of an order.
            _shop.Pools[stage].Tell(new StageQueue.Retire(-change));
        }
    }

    private void End(ShopEnd end)
    {
        if (_isOver)
        {
            return;
        }

        _isOver = true;
        foreach (var pool in _shop.Pools)
        {
            pool.Tell(StageQueue.Close.Instance);
        }

        _ended(end);
    }

    /// <summary>A stage's workers are all there.</summary>
    internal sealed record Staffed(int Stage);

    /// <summary>The last order has left.</summary>
    internal sealed record AllOrdersCompleted(bool ByHand);

    /// <summary>A stage is to have so many workers more or fewer; the answer is how many it will have; null: no change, it never has none.</summary>
    internal sealed record ChangePool(int Stage, int Change, Action<int?> Answer);

    /// <summary>Workers failed with the same order again and again.</summary>
    internal sealed record OrderFailed(long Order, string Stage, Exception Reason);

    /// <summary>The door is closed by hand; those inside are served.</summary>
    internal sealed record CloseDoor
    {
        public static CloseDoor Instance { get; } = new();
    }

    /// <summary>The shop is closed by hand, at once.</summary>
    internal sealed record StopNow
    {
        public static StopNow Instance { get; } = new();
    }

    private sealed record PoolChangeDue(int Stage, int Workers);

    private sealed record StopDue
    {
        public static StopDue Instance { get; } = new();
    }
}

/// <summary>How a shop ended.</summary>
/// <param name="At">When, shop time.</param>
/// <param name="ByHand">Whether the door was closed by hand.</param>
/// <param name="Failure">Why it could not be brought to its end; null: it was.</param>
internal sealed record ShopEnd(TimeSpan At, bool ByHand, ShopFailedException? Failure);
