using ActorCafe.Shop.Orders;
using Akka.Actor;
using Akka.Configuration;
using Akka.Routing;
using Akka.Util;

namespace ActorCafe.Shop.Stages;

/// <summary>
/// A pool of workers behind one Akka router, configured in <c>akka.actor.deployment</c>. Akka's head actor creates and supervises the workers; whatever
/// is told to the pool is routed to its queue. Derive from it for a routing policy of your own.
/// </summary>
public abstract class WorkerPool : Pool
{
    private readonly Func<StageQueue> _newQueue;

    private protected WorkerPool(Config config, Func<QueueDiscipline> newDiscipline)
        : base(config.GetInt("nr-of-instances"), resizer: null, RestartAlways, ShopContext.Dispatcher, usePoolDispatcher: false) =>
        _newQueue = () => new StageQueue(newDiscipline());

    /// <summary>A pool with a queue for each worker.</summary>
    /// <param name="config">The pool's deployment.</param>
    /// <param name="newLogic">Creates Akka's logic that selects the worker whose queue an order joins. The message is an <see cref="Order"/>, and each routee a <see cref="WorkerSlot"/>.</param>
    protected WorkerPool(Config config, Func<RoutingLogic> newLogic)
        : this(config, () => new QueuePerWorker(new LogicRouting(newLogic())))
    {
    }

    /// <summary>Restarts a worker that throws, however often: after too many failures the order is given up, not the worker.</summary>
    private static OneForOneStrategy RestartAlways { get; } = new(_ => Directive.Restart);

    /// <summary>An empty pool waits for its next worker; it does not end the stage.</summary>
    public override bool StopRouterWhenAllRouteesRemoved => false;

    /// <inheritdoc/>
    public override Router CreateRouter(ActorSystem system) => new QueueRouter(_newQueue());

    /// <summary>Whether a message is for Akka's head actor. Orders and idle workers, which come with every order, are recognised first.</summary>
    public override bool IsManagementMessage(object message) =>
        message is not (Order or StageQueue.WorkerIdle) && base.IsManagementMessage(message);

    /// <inheritdoc/>
    public override int GetNrOfInstances(ActorSystem system) => NrOfInstances;

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: a pool belongs to the process it was deployed in.</exception>
    public override ISurrogate ToSurrogate(ActorSystem system) =>
        throw new NotSupportedException("A pool of workers belongs to the process it was deployed in and is not sent to another.");

    /// <summary>Akka's router, except that it does not ask of every order and idle worker first whether it is a broadcast or an envelope.</summary>
    private sealed class QueueRouter(StageQueue queue, params Routee[] routees) : Router(new QueueRoutingLogic(queue), routees)
    {
        private readonly StageQueue _queue = queue;

        public override void Route(object message, IActorRef sender)
        {
            if (message is Order or StageQueue.WorkerIdle)
            {
                _queue.Send(message, sender);
            }
            else
            {
                base.Route(message, sender);
            }
        }

        public override Router WithRoutees(params Routee[] routees) => new QueueRouter(_queue, routees);
    }

    private sealed class QueueRoutingLogic(StageQueue queue) : RoutingLogic
    {
        public override Routee Select(object message, Routee[] routees) => queue;
    }
}

/// <summary><c>shared-queue-pool</c>: one first-in-first-out queue, orders go to idle workers only (M/M/c).</summary>
internal sealed class SharedQueuePool(Config config) : WorkerPool(config, () => new SharedQueue());

/// <summary><c>shortest-queue-pool</c>: a queue per worker, an order joins the shortest (waiting and in service).</summary>
internal sealed class ShortestQueuePool(Config config) : WorkerPool(config, () => new QueuePerWorker(new ShortestQueueRouting()));

/// <summary><c>round-robin-pool</c>: a queue per worker, chosen in turn by Akka's own logic.</summary>
internal sealed class RoundRobinQueuePool(Config config) : WorkerPool(config, () => new RoundRobinRoutingLogic());

/// <summary><c>random-pool</c>: a queue per worker, chosen at random by the shop's seed.</summary>
internal sealed class RandomQueuePool(Config config) : WorkerPool(config, () => new QueuePerWorker(new RandomRouting()));
