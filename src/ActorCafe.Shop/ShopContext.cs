using ActorCafe.Shop.Observation;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Stages;
using ActorCafe.Shop.Workers;
using ActorCafe.Time;
using Akka.Actor;
using Akka.Routing;

namespace ActorCafe.Shop;

/// <summary>
/// What every actor of a shop knows: the model, the clock, the observer, and the addresses of the others. The root actor writes the addresses before the
/// first customer arrives; nobody writes later.
/// </summary>
public sealed class ShopContext(ShopModel model, IClock clock, IShopObserver observer)
{
    /// <summary>The dispatcher of every café actor.</summary>
    public const string Dispatcher = "cafe.dispatcher";

    /// <summary>How often in a row workers may fail with one order before it is given up.</summary>
    public const int MaxFailures = 10;

    public ShopModel Model { get; } = model;

    public IClock Clock { get; } = clock;

    /// <summary>Receives the facts of the run. What it throws must not reach an actor: see <see cref="GuardedObserver"/>.</summary>
    public IShopObserver Observer { get; } = observer;

    /// <summary>The pool of each stage, by its index.</summary>
    public IActorRef[] Pools { get; } = new IActorRef[model.Settings.Stages.Length];

    /// <summary>The arrival process.</summary>
    public IActorRef Customers { get; set; } = ActorRefs.Nobody;

    /// <summary>Closes every <see cref="Order"/> that it is told.</summary>
    public IActorRef PickUpCounter { get; set; } = ActorRefs.Nobody;

    /// <summary>Is told what concerns the whole shop: <see cref="StageStaffed"/>, <see cref="OrderFailed"/>.</summary>
    public IActorRef Root { get; set; } = ActorRefs.Nobody;

    /// <summary>
    /// Starts the pool of every stage as a child of the root actor, at <c>/user/cafe/STAGE</c>, with the router that <c>akka.actor.deployment</c> names.
    /// </summary>
    /// <param name="root">The root actor's context.</param>
    /// <param name="workersOf">The workers of a stage (<see cref="WorkerProps"/>).</param>
    /// <param name="placementOf">Is told what a stage's pool receives from workers elsewhere; null: all workers of the stage are here.</param>
    public void StartStages(IActorContext root, Func<StageSettings, Props> workersOf, Func<StageSettings, IActorRef?>? placementOf = null)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(workersOf);
        foreach (var stage in Model.Settings.Stages)
        {
            Pools[stage.Index] = root.ActorOf(workersOf(stage).WithDispatcher(Dispatcher).WithRouter(FromConfig.Instance), stage.Name);
        }

        // Workers may hand an order to any stage: all pools are known before the first opens.
        foreach (var stage in Model.Settings.Stages)
        {
            Pools[stage.Index].Tell(new StageQueue.Open(this, stage, placementOf?.Invoke(stage)));
        }
    }

    /// <summary>Sends an order's customer to the pick-up queue, unless they are there already.</summary>
    internal void SendToPickUp(Order order, TimeSpan now)
    {
        if (!order.AwaitsPickUp)
        {
            order.AwaitsPickUp = true;
            Observer.AwaitsPickUp(order, now);
        }
    }

    /// <summary>Passes on an order that was served and whose worker is lost: to its next stage, or to the counter.</summary>
    internal void PassOn(Order order)
    {
        var next = Model.NextStage(order);
        if (next is not null)
        {
            SendToPickUp(order, Clock.Now);
        }

        (next is null ? PickUpCounter : Pools[next.Index]).Tell(order, ActorRefs.Nobody);
    }

    /// <summary>Closes an order with the outcome it bears: notes that it leaves now, and releases the workers who stayed with it.</summary>
    public void Close(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        order.HasLeft = true;
        order.Left = Clock.Now;
        Observer.Left(order, order.Left);

        // After a cut-off an order may still be in a worker's hands, and no worker begins anything any more.
        if (order is { Outcome: not Outcome.Unserved, StayingWorkers: { Count: > 0 } staying })
        {
            var left = new Worker.OrderLeft(order.Number);
            foreach (var worker in staying)
            {
                worker.Tell(left, ActorRefs.Nobody);
            }

            staying.Clear();
        }
    }
}

/// <summary>Told to the root actor: all workers of a stage have joined it.</summary>
public sealed record StageStaffed(int Stage);

/// <summary>Told to the root actor: workers failed with one order <see cref="ShopContext.MaxFailures"/> times in a row.</summary>
public sealed record OrderFailed(long Order, string Stage, Exception Reason);
