using ActorCafe.Shop.Orders;
using Akka.Actor;
using Akka.Routing;

namespace ActorCafe.Shop.Stages;

/// <summary>
/// A worker's card: said to the pool, it means "I am idle". The door notes its slot on it, so that no dictionary of actors is
/// searched for each order; only the door, under its lock, reads or writes that note.
/// </summary>
/// <param name="worker">The worker.</param>
/// <param name="number">The number it is to have at its stage; null: the door counts.</param>
internal sealed class WorkerTicket(IActorRef worker, int? number = null)
{
    public IActorRef Worker { get; } = worker;

    public int? Number { get; } = number;

    public WorkerSlot? Slot { get; set; }
}

/// <summary>What a stage's door knows of a worker. It is a routee, so that Akka's own routing logics can choose among slots.</summary>
internal sealed class WorkerSlot(IActorRef actor, int number) : Routee
{
    public IActorRef Actor { get; } = actor;

    /// <summary>From 1, in the order of coming.</summary>
    public int Number { get; } = number;

    public Line Line { get; set; } = null!;

    public SlotState State { get; set; } = SlotState.Busy;

    /// <summary>Where it stands among the <see cref="IdleWorkers"/> of a shared line; null: it does not.</summary>
    public int? IdlePlace { get; set; }

    /// <summary>Whether the worker leaves as soon as it is idle.</summary>
    public bool Retiring { get; set; }

    /// <summary>Whether a customer it called is on the way.</summary>
    public bool HasCalled { get; set; }

    /// <summary>Orders assigned that the worker has taken since it was last started, or has still to take.</summary>
    public long Assigned { get; set; }

    /// <summary>The order assigned last.</summary>
    public Order? LastOrder { get; set; }

    public override void Send(object message, IActorRef sender) => Actor.Tell(message, sender);
}

internal enum SlotState
{
    Busy,
    Idle,
    Gone,
}
