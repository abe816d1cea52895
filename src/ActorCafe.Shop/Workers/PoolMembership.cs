using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Stages;
using Akka.Actor;

namespace ActorCafe.Shop.Workers;

/// <summary>A worker's side of the protocol with its pool: it joins, is registered, reports that it is idle, and leaves.</summary>
internal sealed class PoolMembership(IActorRef worker)
{
    private StageQueue.WorkerStarted? _started;
    private StageQueue.WorkerIdle? _idle;
    private long _ordersTaken;

    /// <summary>Whether the pool has registered the worker.</summary>
    public bool IsRegistered => _idle is not null;

    /// <summary>What the pool knows the worker by; set when it is registered.</summary>
    public WorkerSlot Slot => _idle!.Slot;

    /// <summary>Asks the pool to register the worker.</summary>
    /// <param name="number">Its number at the stage; null to be given the next one.</param>
    public void Join(IActorRef pool, int? number = null)
    {
        _started = new StageQueue.WorkerStarted(worker, number);
        pool.Tell(_started, ActorRefs.Nobody);
    }

    /// <summary>Notes the registration; false if it answers a start before a restart.</summary>
    public bool Accept(Worker.Registered registered)
    {
        if (!ReferenceEquals(registered.For, _started))
        {
            return false;
        }

        _idle = new StageQueue.WorkerIdle(registered.Slot);
        return true;
    }

    public void CountOrder() => _ordersTaken++;

    /// <summary>Reports that the worker is idle; the pool answers with the next order, now or later.</summary>
    public void ReportIdle(IActorRef pool) => pool.Tell(_idle!, ActorRefs.Nobody);

    /// <summary>Reports that the worker is being restarted, and returns the order it was serving.</summary>
    public void ReportFailed(IActorRef pool, Order? order, Exception reason) =>
        pool.Tell(new StageQueue.WorkerFailed(worker, order, _ordersTaken, reason), ActorRefs.Nobody);

    /// <summary>Reports that the worker has left, and returns the order it was serving.</summary>
    public void ReportLeft(IActorRef pool, Order? order)
    {
        pool.Tell(new StageQueue.WorkerLeft(worker, order, _ordersTaken), ActorRefs.Nobody);
        (_ordersTaken, _idle) = (0, null);
    }
}
