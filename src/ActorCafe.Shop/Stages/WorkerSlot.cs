using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Workers;
using Akka.Actor;
using Akka.Routing;

namespace ActorCafe.Shop.Stages;

/// <summary>
/// What a stage's queue knows of a worker. The worker holds it too and sends it with every <see cref="StageQueue.WorkerIdle"/>, so that no order needs a
/// dictionary lookup; only the queue reads or writes it. It is a routee, so that Akka's own routing logic can choose among slots.
/// </summary>
internal sealed class WorkerSlot(IActorRef actor, int number) : Routee
{
    public IActorRef Actor { get; } = actor;

    /// <summary>From 1, in the order of joining.</summary>
    public int Number { get; } = number;

    public WaitingLine Line { get; set; } = null!;

    public SlotState State { get; set; } = SlotState.Busy;

    /// <summary>The place among the <see cref="IdleWorkers"/> of a shared queue; null if it has none.</summary>
    public int? IdlePlace { get; set; }

    /// <summary>Whether the worker leaves as soon as it is idle.</summary>
    public bool Retiring { get; set; }

    /// <summary>Whether a customer that it called is on the way.</summary>
    public bool HasCalled { get; set; }

    /// <summary>Orders assigned to the worker since it was last started, whether it has taken them yet or not.</summary>
    public long Assigned { get; set; }

    /// <summary>The order assigned last.</summary>
    public Order? LastOrder { get; set; }

    /// <summary>The times of its breakdowns, which the worker reads; null if it has none.</summary>
    public BreakdownTimes? Breakdowns { get; init; }

    /// <summary>The place among the services that <see cref="Preemption"/> may interrupt.</summary>
    public LinkedListNode<WorkerSlot>? InService { get; set; }

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
