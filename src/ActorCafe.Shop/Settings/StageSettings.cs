using System.Collections.Immutable;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Orders;
using Akka.Actor;

namespace ActorCafe.Shop.Settings;

/// <summary>A stage: a pool of workers that perform one or more consecutive steps of an order.</summary>
public sealed record StageSettings
{
    /// <summary>The routers that every shop has.</summary>
    internal static ImmutableArray<string> Routers { get; } = ["shared-queue-pool", "shortest-queue-pool", "round-robin-pool", "random-pool"];

    /// <summary>The stage's index in <c>cafe.stages</c>, from 0.</summary>
    public required int Index { get; init; }

    public required string Name { get; init; }

    /// <summary>The name of the pool's actor, which may hold ASCII letters only: the stage's name with other letters escaped as in an address.</summary>
    internal string ActorName => Uri.EscapeDataString(Name);

    /// <summary>What a worker is called: waiter, nurse, build-agent.</summary>
    public required string Worker { get; init; }

    /// <summary>Whether a worker is a person or a machine. In a cluster, machines are sharded over the nodes with role machine.</summary>
    public WorkerKind Is { get; init; } = WorkerKind.Person;

    /// <summary>The cluster role of the nodes that run the pool's workers; null for the front node, and for machines.</summary>
    public string? PoolRole { get; init; }

    /// <summary>The names of the steps performed here.</summary>
    public required ImmutableArray<string> Performs { get; init; }

    /// <summary>The router's name in the pool's deployment, which sets the queue discipline: one of <see cref="Routers"/>, or one that <c>akka.actor.router.type-mapping</c> names.</summary>
    public required string Router { get; init; }

    /// <summary>The pool's size at opening, 0 or more.</summary>
    public required int Workers { get; init; }

    /// <summary>
    /// The number of orders that may wait, not counting those in service, 0 or more; null for unlimited. With a queue per worker, it holds for each queue.
    /// </summary>
    public int? QueueCapacity { get; init; }

    /// <summary>What happens to an order that finds the queue full.</summary>
    public WhenFull WhenFull { get; init; } = WhenFull.Block;

    /// <summary>Whether a worker that hands an order to this stage may have to wait for room.</summary>
    internal bool Blocks => QueueCapacity is not null && WhenFull == WhenFull.Block;

    /// <summary>Whether an order that finds the queue full leaves the shop.</summary>
    internal bool Rejects => QueueCapacity is not null && WhenFull == WhenFull.Reject;

    /// <summary>Whether all workers take from one queue; a single worker does under any router.</summary>
    internal bool HasOneQueue => Workers == 1 || Router == "shared-queue-pool";

    /// <summary>
    /// A value for each order, computed when it joins the queue: the smallest goes first, and first come, first served among equals. Null for first come,
    /// first served, or by <see cref="Priority"/>.
    /// </summary>
    public Func<Order, double>? QueueBy { get; init; }

    /// <summary>Whether a worker is held until the order that it passed on has left.</summary>
    public bool StaysWithOrder { get; init; }

    /// <summary>The time that a worker spends on each hand-over, 0 or more.</summary>
    public TimeSpan HandOverTime { get; init; }

    /// <summary>Whether orders are queued by their drink's priority.</summary>
    public bool Priority { get; init; }

    /// <summary>Whether an arriving order interrupts the service of one with a lower priority; <see cref="Priority"/> is set too.</summary>
    public bool Preempts { get; init; }

    /// <summary>How the workers break down; null if they never do.</summary>
    public Breakdown? Breakdown { get; init; }

    /// <summary>The share of time that a worker is not being repaired in the long run, within (0, 1].</summary>
    internal double Availability => Breakdown?.Availability ?? 1;

    /// <summary>
    /// How many seconds an order waits in this queue before its customer reneges; null for no limit. See also <see cref="CustomersSettings.Patience"/>.
    /// </summary>
    public Distribution? Patience { get; init; }

    /// <summary>Creates workers of the user's own; null for those of the shop. No formula knows how long they take.</summary>
    public Func<ShopContext, StageSettings, Props>? NewWorker { get; init; }

    /// <summary>Changes of the pool's size after opening.</summary>
    public PoolSchedule Schedule { get; init; } = PoolSchedule.None;

    /// <summary>The number of workers that the stage is meant to have at a time after opening.</summary>
    internal int WorkersAt(TimeSpan time) => Schedule.At(time) ?? Workers;

    /// <summary>Returns the stage as the shop opens: the schedule sets the number of workers, and changes until then are dropped.</summary>
    internal StageSettings At(TimeSpan opening) =>
        this with { Workers = WorkersAt(opening), Schedule = Schedule.Since(opening) };
}

public enum WorkerKind
{
    Person,
    Machine,
}

/// <summary>What happens to an order that finds a queue full.</summary>
public enum WhenFull
{
    /// <summary>Blocking after service: the worker before keeps the order until there is room.</summary>
    Block,

    /// <summary>The order leaves the shop as rejected.</summary>
    Reject,
}
