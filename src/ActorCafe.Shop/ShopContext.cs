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
/// What every actor of a shop knows: the model, the clock, the observer, and the addresses of the others. The root actor sets the addresses before the first
/// customer arrives, and they do not change afterwards.
/// </summary>
public sealed class ShopContext
{
    internal ShopContext(ShopModel model, IClock clock, IShopObserver observer) =>
        (Model, Clock, Observer, Pools) = (model, clock, observer, new IActorRef[model.Settings.Stages.Length]);

    /// <summary>The dispatcher of every café actor.</summary>
    internal const string Dispatcher = "cafe.dispatcher";

    /// <summary>Consecutive failures of workers with one order after which the run fails.</summary>
    internal const int MaxFailures = 10;

    internal ShopModel Model { get; }

    internal IClock Clock { get; }

    /// <summary>Receives the facts of the run. An exception from it must not reach an actor: see <see cref="GuardedObserver"/>.</summary>
    internal IShopObserver Observer { get; }

    /// <summary>The pool of each stage, by its index.</summary>
    internal IActorRef[] Pools { get; }

    /// <summary>The arrival process.</summary>
    internal IActorRef Customers { get; set; } = ActorRefs.Nobody;

    /// <summary>Closes every <see cref="Order"/> that it receives.</summary>
    internal IActorRef PickUpCounter { get; set; } = ActorRefs.Nobody;

    /// <summary>Receives what concerns the whole shop: <see cref="StageStaffed"/>, <see cref="OrderFailed"/>.</summary>
    internal IActorRef Root { get; set; } = ActorRefs.Nobody;

    /// <summary>
    /// Starts the pool of every stage as a child of the root actor, at <c>/user/cafe/STAGE</c>, with the router that <c>akka.actor.deployment</c> names.
    /// </summary>
    /// <param name="root">The root actor's context.</param>
    /// <param name="workersOf">The workers of a stage (<see cref="WorkerProps"/>).</param>
    /// <param name="placementOf">
    /// The actor that receives messages about a stage's workers elsewhere; null if all workers of the stage are in this process.
    /// </param>
    internal void StartStages(IActorContext root, Func<StageSettings, Props> workersOf, Func<StageSettings, IActorRef?>? placementOf = null)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(workersOf);
        foreach (var stage in Model.Settings.Stages)
        {
            Pools[stage.Index] = root.ActorOf(workersOf(stage).WithDispatcher(Dispatcher).WithRouter(FromConfig.Instance), stage.ActorName);
        }

        // Workers may hand an order to any stage, so all pools must be known before the first one opens.
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

    /// <summary>Passes on an order whose service ended before its worker was lost: to the next stage, or to the pick-up counter.</summary>
    internal void PassOn(Order order)
    {
        var next = order.NextStage;
        if (next is not null)
        {
            SendToPickUp(order, Clock.Now);
        }

        (next is null ? PickUpCounter : Pools[next.Index]).Tell(order, ActorRefs.Nobody);
    }

    /// <summary>Closes an order with its outcome: records that it leaves now, and releases the workers that stayed with it.</summary>
    internal void Close(Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        order.HasLeft = true;
        order.Left = Clock.Now;
        Observer.Left(order, order.Left);

        // After a cut-off a worker may still hold the order, and no worker may begin anything new.
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

/// <summary>Tells the root actor that all workers of a stage have joined it.</summary>
internal sealed record StageStaffed(int Stage);

/// <summary>
/// Tells the root actor that workers failed with one order <see cref="ShopContext.MaxFailures"/> times in a row. The order is in no queue now: told to the
/// stage's pool again, it is tried again.
/// </summary>
internal sealed record OrderFailed(Order Order, StageSettings Stage, Exception Reason);
