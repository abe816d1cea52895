using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Workers;
using Akka.Actor;

namespace ActorCafe.Shop.Stages;

/// <summary>
/// What becomes of a stage's workers and orders when a service is interrupted, by a breakdown or by an order of higher priority. Not thread-safe: <see
/// cref="StageQueue"/> guards it.
/// </summary>
internal sealed class Interruptions(QueueDiscipline discipline, StageWorkers workers, Preemption? preemption)
{
    /// <summary>What a worker reports to its pool.</summary>
    internal abstract record Report(WorkerSlot Worker);

    /// <summary>The worker is down and holds no order; <paramref name="Order"/> is one that it gives back. It reports when it is idle again.</summary>
    internal sealed record BrokeDown(WorkerSlot Worker, Order? Order) : Report(Worker);

    /// <summary>The worker gives back the order that it was asked to interrupt. It reports next that it is idle.</summary>
    internal sealed record GaveWay(WorkerSlot Worker, Order Order) : Report(Worker);

    /// <summary>
    /// Whether the worker is serving its order. It is not while it is being repaired with the order in hand, and after the service, while it keeps the order or
    /// stays with it.
    /// </summary>
    internal sealed record InService(WorkerSlot Worker, bool IsServing) : Report(Worker);

    public void Receive(Report report)
    {
        switch (report)
        {
            case BrokeDown down:
                BreakDown(down.Worker, down.Order);
                break;
            case GaveWay gave:
                workers.PutInFront(gave.Order, gave.Worker);
                break;
            case InService { IsServing: true } serving:
                preemption?.Began(serving.Worker);
                break;
            case InService held:
                Preemption.Ended(held.Worker);
                break;
        }
    }

    private void BreakDown(WorkerSlot worker, Order? order)
    {
        if (worker.State == SlotState.Idle)
        {
            discipline.RemoveIdle(worker);
        }

        worker.State = SlotState.Down;
        discipline.Changed(worker.Line);
        if (order is not null)
        {
            workers.PutInFront(order, worker);
        }

        if (worker.Retiring)
        {
            worker.Actor.Tell(Worker.Retire.Instance, ActorRefs.Nobody);
        }
    }
}
