using ActorCafe.Shop.Orders;
using Akka.Actor;
using Akka.Configuration;
using Akka.Routing;
using Akka.Util;

namespace ActorCafe.Shop.Stages;

/// <summary>
/// A pool of workers behind one Akka router, configured in <c>akka.actor.deployment</c>. Akka's head actor creates the workers
/// and supervises them; where an order goes is the <see cref="StageQueue"/>'s business.
/// </summary>
public abstract class WorkerPool : Pool
{
    private readonly Func<StageQueue> _door;

    private protected WorkerPool(Config config, Func<StageQueue> door)
        : base(config.GetInt("nr-of-instances"), resizer: null, RestartAlways, CoffeeShop.Dispatcher, usePoolDispatcher: false) =>
        _door = door;

    /// <summary>A worker that throws is restarted, however often: it is the order that is given up after too many failures.</summary>
    private static OneForOneStrategy RestartAlways { get; } = new(_ => Directive.Restart);

    /// <summary>An empty pool waits for its next worker; it does not end the stage.</summary>
    public override bool StopRouterWhenAllRouteesRemoved => false;

    /// <inheritdoc/>
    public override Router CreateRouter(ActorSystem system) => new(new DoorLogic(_door()));

    /// <summary>Whether a message is for Akka's head actor; answered at once for what every order brings.</summary>
    public override bool IsManagementMessage(object message) =>
        message is not (Order or WorkerTicket) && base.IsManagementMessage(message);

    /// <inheritdoc/>
    public override int GetNrOfInstances(ActorSystem system) => NrOfInstances;

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: a pool belongs to the process it was deployed in.</exception>
    public override ISurrogate ToSurrogate(ActorSystem system) =>
        throw new NotSupportedException("A pool of workers belongs to the process it was deployed in and is not sent to another.");

    private sealed class DoorLogic(StageQueue door) : RoutingLogic
    {
        public override Routee Select(object message, Routee[] routees) => door;
    }
}

/// <summary><c>shared-queue-pool</c>: one first-in-first-out queue, orders go to idle workers only (M/M/c).</summary>
public sealed class SharedQueuePool(Config config) : WorkerPool(config, () => new StageQueue(new SharedQueue()));

/// <summary><c>shortest-queue-pool</c>: a queue per worker, join the shortest (waiting and in service).</summary>
public sealed class ShortestQueuePool(Config config) : WorkerPool(config, () => new StageQueue(new QueuePerWorker(new ShortestQueueRouting())));

/// <summary><c>round-robin-pool</c>: a queue per worker, in turn, by Akka's own logic.</summary>
public sealed class RoundRobinQueuePool(Config config) : WorkerPool(config, () => new StageQueue(new QueuePerWorker(new RoundRobinRouting())));

/// <summary><c>random-pool</c>: a queue per worker, at random by the shop's seed.</summary>
public sealed class RandomQueuePool(Config config) : WorkerPool(config, () => new StageQueue(new QueuePerWorker(new RandomRouting())));
