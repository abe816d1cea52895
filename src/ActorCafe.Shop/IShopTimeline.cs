using ActorCafe.Shop.Orders;

namespace ActorCafe.Shop;

/// <summary>
/// Receives the changes of a run as they happen, for a trace, a time series or a picture. Calls come one at a time, and time never goes back. Stages are given
/// by index from 0, workers and orders by number from 1. An exception from a timeline ends the run with that error.
/// </summary>
public interface IShopTimeline
{
    /// <summary>A customer placed an order. Read it during the call only: it changes, and is reused.</summary>
    void Placed(Order order, TimeSpan now);

    /// <summary>An order's first service begins: from now on it is in progress.</summary>
    void InProgress(long order, TimeSpan now);

    /// <summary>A worker joined a stage.</summary>
    void WorkerJoined(int stage, int worker, TimeSpan now);

    /// <summary>A worker left a stage.</summary>
    void WorkerLeft(int stage, int worker, TimeSpan now);

    /// <summary>A worker is down: it broke down, and is not handing over, blocked or staying.</summary>
    void WorkerDown(int stage, int worker, TimeSpan now)
    {
    }

    /// <summary>A worker is no longer down: it was repaired, or left.</summary>
    void WorkerUp(int stage, int worker, TimeSpan now)
    {
    }

    /// <summary>An order joined a stage's queue.</summary>
    void JoinedQueue(int stage, long order, TimeSpan now);

    /// <summary>An order left a stage's queue.</summary>
    void LeftQueue(int stage, long order, TimeSpan now);

    /// <summary>A worker began to spend time on an order.</summary>
    void Began(WorkerActivity activity, int stage, int worker, long order, TimeSpan now);

    /// <summary>A worker stopped; <paramref name="completed"/> is false if the service was interrupted, and will go on or begin again.</summary>
    void Ended(WorkerActivity activity, int stage, int worker, long order, bool completed, TimeSpan now);

    /// <summary>An order's customer joined the pick-up queue.</summary>
    void AwaitsPickUp(long order, TimeSpan now);

    /// <summary>An order left the shop. Read it during the call only: it is reused.</summary>
    void Left(Order order, TimeSpan now);

    /// <summary>The run is over. Activities that have begun and not ended get no further call.</summary>
    void Over(TimeSpan now);
}

/// <summary>How a worker spends time on an order.</summary>
public enum WorkerActivity
{
    /// <summary>Serving it.</summary>
    Serving,

    /// <summary>Handing it over.</summary>
    HandingOver,

    /// <summary>Keeping it because the next stage is full.</summary>
    Blocked,

    /// <summary>Staying with it, after passing it on, until it leaves.</summary>
    Staying,
}
