using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Workers;
using Akka.Actor;
using Akka.Routing;

namespace ActorCafe.Shop.Stages;

/// <summary>
/// What a stage's queue knows of a worker. The worker holds it too and sends it with every <see cref="StageQueue.WorkerIdle"/>, so that no order needs a
/// dictionary lookup; only the queue reads or writes it. It is a routee, so that Akka's own routing logic can choose among slots.
/// </summary>
public sealed class WorkerSlot : Routee
{
    internal WorkerSlot(IActorRef actor, int number) => (Actor, Number) = (actor, number);

    /// <summary>From 1, in the order of joining.</summary>
    public int Number { get; }

    /// <summary>The worker's orders, waiting and in service, if it has a queue of its own.</summary>
    public int Orders => Line.Queue.Count + Line.Outside.Count + (State == SlotState.Busy ? 1 : 0);

    internal IActorRef Actor { get; }

    internal WaitingLine Line { get; set; } = null!;

    internal SlotState State { get; set; } = SlotState.Busy;

    /// <summary>The place among the <see cref="IdleWorkers"/> of a shared queue; null if it has none.</summary>
    internal int? IdlePlace { get; set; }

    /// <summary>Whether the worker leaves as soon as it is idle.</summary>
    internal bool Retiring { get; set; }

    /// <summary>Whether a customer that it called is on the way.</summary>
    internal bool HasCalled { get; set; }

    /// <summary>Orders assigned to the worker since it was last started, whether it has taken them yet or not.</summary>
    internal long Assigned { get; set; }

    /// <summary>The order assigned last.</summary>
    internal Order? LastOrder { get; set; }

    /// <summary>The times of its breakdowns, which the worker reads; null if it has none.</summary>
    internal BreakdownTimes? Breakdowns { get; init; }

    /// <summary>The place among the services that <see cref="Preemption"/> may interrupt.</summary>
    internal LinkedListNode<WorkerSlot>? InService { get; set; }

    /// <inheritdoc/>
    public override void Send(object message, IActorRef sender) => Actor.Tell(message, sender);
}

internal enum SlotState
{
    Busy,
    Idle,

    /// <summary>It broke down, and has no order.</summary>
    Down,
    Gone,
}
