using System.Collections.Immutable;

namespace ActorCafe.Shop.Settings;

/// <summary>A stage: a pool of workers that perform one or more consecutive steps of an order.</summary>
public sealed record StageSettings
{
    /// <summary>The stage's place in <c>cafe.stages</c>, from 0.</summary>
    public required int Index { get; init; }

    public required string Name { get; init; }

    /// <summary>What a worker here is called: waiter, nurse, build-agent.</summary>
    public required string Worker { get; init; }

    /// <summary>What a worker here is. On a cluster machines are sharded over the nodes of role machine.</summary>
    public WorkerKind Is { get; init; } = WorkerKind.Person;

    /// <summary>The cluster role whose nodes run the workers of the stage's pool; null for the front. Machines have none.</summary>
    public string? PoolRole { get; init; }

    /// <summary>The names of the steps performed here.</summary>
    public required ImmutableArray<string> Performs { get; init; }

    /// <summary>The router's name in the stage's deployment: the queue discipline.</summary>
    public required string Router { get; init; }

    /// <summary>The pool's size at opening, 1 or more.</summary>
    public required int Workers { get; init; }

    /// <summary>Orders that may wait, 0 or more (those in service not counted); null is unlimited. In a pool of queues: at each worker.</summary>
    public int? QueueCapacity { get; init; }

    /// <summary>What happens to an order that finds the queue full.</summary>
    public WhenFull WhenFull { get; init; } = WhenFull.Block;

    /// <summary>Whether a worker that hands an order over here may have to wait for room.</summary>
    public bool Blocks => QueueCapacity is not null && WhenFull == WhenFull.Block;

    /// <summary>Whether a worker is held until the order it passed on has left.</summary>
    public bool StaysWithOrder { get; init; }

    /// <summary>The time the giving worker spends on every hand-over, 0 or more.</summary>
    public TimeSpan HandOverTime { get; init; }

    /// <summary>Whether the drink's priority orders the queue.</summary>
    public bool Priority { get; init; }

    /// <summary>Changes of the pool's size, in order of time.</summary>
    public ImmutableArray<PoolChange> Schedule { get; init; } = [];
}

/// <summary>What a worker is.</summary>
public enum WorkerKind
{
    Person,
    Machine,
}

/// <summary>What happens to an order that finds a queue full.</summary>
public enum WhenFull
{
    /// <summary>Blocking after service: the giving worker keeps the order until there is room.</summary>
    Block,

    /// <summary>The order leaves the shop as rejected.</summary>
    Reject,
}

/// <param name="At">The shop time of the change.</param>
/// <param name="Workers">The pool's size from then on, 1 or more.</param>
public sealed record PoolChange(TimeSpan At, int Workers);
