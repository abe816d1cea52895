using ActorCafe.Shop.Orders;

namespace ActorCafe.Shop.Observation;

/// <summary>Receives every fact of a run as it happens. Actors publish facts, observers compute. Every method does nothing by default.</summary>
/// <remarks>
/// Actors call an observer through a <see cref="GuardedObserver"/>: an exception ends the run with that error and costs no order. Stages are given by index
/// from 0, workers by number from 1. An order belongs to the actor that holds it: read it during the call only.
/// </remarks>
internal interface IShopObserver
{
    /// <summary>The length of the warm-up has passed. Told only if it has one, before anything else at that instant.</summary>
    void WarmedUp(TimeSpan now)
    {
    }

    /// <summary>A customer placed an order.</summary>
    void Placed(Order order, TimeSpan now)
    {
    }

    /// <summary>A worker joined a stage.</summary>
    void WorkerJoined(int stage, int worker, TimeSpan now)
    {
    }

    /// <summary>A worker left a stage.</summary>
    void WorkerLeft(int stage, int worker, TimeSpan now)
    {
    }

    /// <summary>A worker broke down, or has passed on its order since then.</summary>
    void WorkerDown(int stage, int worker, TimeSpan now)
    {
    }

    /// <summary>A worker was repaired, or left while it was down.</summary>
    void WorkerUp(int stage, int worker, TimeSpan now)
    {
    }

    /// <summary>An order arrived at a stage.</summary>
    void Arrived(int stage, Order order, TimeSpan now)
    {
    }

    /// <summary>A full queue rejected an order.</summary>
    void Rejected(int stage, Order order, TimeSpan now)
    {
    }

    /// <summary>A customer's patience ended while the order waited at a stage, in its queue or for room in it.</summary>
    void Reneged(int stage, Order order, TimeSpan now)
    {
    }

    /// <summary>An order joined a stage's queue.</summary>
    void JoinedQueue(int stage, Order order, TimeSpan now)
    {
    }

    /// <summary>An order left a stage's queue.</summary>
    void LeftQueue(int stage, Order order, TimeSpan now)
    {
    }

    /// <summary>
    /// Service at a stage began, or goes on after an interruption. The order's visit names the worker; <see cref="Order.InProgress"/> still says whether any service had begun before.
    /// </summary>
    void ServiceBegan(int stage, Order order, TimeSpan now)
    {
    }

    /// <summary>Service at a stage ended. The order's visit says when it was enqueued and when service began.</summary>
    void ServiceEnded(int stage, Order order, TimeSpan now)
    {
    }

    /// <summary>A service was interrupted, and will go on or begin again: its worker broke down, gave way to an order of higher priority, or failed.</summary>
    void ServiceInterrupted(int stage, Order order, TimeSpan now)
    {
    }

    /// <summary>A worker began (+1) or stopped (-1) spending time on an order other than by serving it.</summary>
    void Occupied(int stage, int worker, long order, Occupation occupation, int change, TimeSpan now)
    {
    }

    /// <summary>An order's customer joined the pick-up queue.</summary>
    void AwaitsPickUp(Order order, TimeSpan now)
    {
    }

    /// <summary>An order left the shop, however it ended.</summary>
    void Left(Order order, TimeSpan now)
    {
    }
}

/// <summary>How a worker spends time on an order besides serving it.</summary>
internal enum Occupation
{
    /// <summary>Handing it over.</summary>
    HandingOver,

    /// <summary>Keeping it because the next stage is full.</summary>
    Blocked,

    /// <summary>Staying with it, after passing it on, until it leaves.</summary>
    Staying,
}

/// <summary>Observes nothing.</summary>
internal sealed class NullObserver : IShopObserver
{
    private NullObserver()
    {
    }

    public static NullObserver Instance { get; } = new();
}
