using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;
using Akka.Actor;

namespace ActorCafe;

/// <summary>What a stage may have besides its workers and steps. What is null has the default of <c>reference.conf</c>.</summary>
public sealed record StageOptions
{
    /// <summary>What a worker is called, such as <c>nurse</c>; by default the stage's name.</summary>
    public string? Worker { get; init; }

    /// <summary>Whether a worker is a person or a machine.</summary>
    public WorkerKind? Is { get; init; }

    /// <summary>The pool's router: <c>shared-queue-pool</c> (the default), <c>shortest-queue-pool</c>, <c>round-robin-pool</c> or <c>random-pool</c>.</summary>
    public string? Router { get; init; }

    /// <summary>A router of your own instead: a class derived from <see cref="Shop.Stages.WorkerPool"/>.</summary>
    public Type? Pool { get; init; }

    /// <summary>
    /// A queue discipline of your own: a value for each order, computed when it joins the queue. The smallest goes first, and first come, first served among
    /// equals. A faulty one ends the run. Not with <see cref="Priority"/>.
    /// </summary>
    public Func<Order, double>? QueueBy { get; init; }

    /// <summary>Creates workers of your own, derived from <see cref="Shop.Workers.SteadyWorker"/>.</summary>
    public Func<ShopContext, StageSettings, Props>? NewWorker { get; init; }

    /// <summary>The number of orders that may wait, not counting those in service; by default there is no limit.</summary>
    public int? QueueCapacity { get; init; }

    /// <summary>What happens to an order that finds the queue full.</summary>
    public WhenFull? WhenFull { get; init; }

    /// <summary>Whether a worker is held until the order that it passed on has left.</summary>
    public bool? StaysWithOrder { get; init; }

    /// <summary>The time that a worker spends on each hand-over.</summary>
    public TimeSpan? HandOverTime { get; init; }

    /// <summary>Whether the drinks' priorities count here.</summary>
    public StagePriority? Priority { get; init; }

    /// <summary>How long a customer waits for this stage before reneging.</summary>
    public Distribution? Patience { get; init; }

    /// <summary>Changes of the pool's size by the shop's clock, in order of time.</summary>
    public IReadOnlyList<PoolChange>? Schedule { get; init; }

    /// <summary>The time after which the schedule begins again.</summary>
    public TimeSpan? ScheduleRepeats { get; init; }

    /// <summary>How the workers break down and are repaired.</summary>
    public Breakdown? Breakdown { get; init; }
}
