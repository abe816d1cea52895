using ActorCafe.Shop.Orders;

namespace ActorCafe.Shop;

/// <summary>
/// Is told a run as it goes, instant by instant: what a trace, a time series or a picture is made of. Called by one caller at a
/// time, with times that never go back. Stages and workers are told by number: a stage's index from 0, a worker's number from 1.
/// </summary>
public interface IShopTimeline
{
    /// <summary>A customer placed an order.</summary>
    void Placed(Order order);

    /// <summary>An order's first service begins: from now on it is in progress.</summary>
    void InProgress(TimeSpan now);

    /// <summary>Workers came to a stage (+) or left it (-).</summary>
    void WorkersChanged(int stage, int change, TimeSpan now);

    /// <summary>Orders waiting in a stage's queue became more (+) or fewer (-).</summary>
    void QueueChanged(int stage, int change, TimeSpan now);

    /// <summary>A worker begins to be kept by an order.</summary>
    void Began(WorkerActivity activity, int stage, int worker, long order, TimeSpan now);

    /// <summary>What was begun has ended; <paramref name="completed"/>: false if its worker failed, and it will be done anew.</summary>
    void Ended(WorkerActivity activity, int stage, int worker, long order, bool completed, TimeSpan now);

    /// <summary>An order's customer waits in the pick-up queue from now on.</summary>
    void AwaitsPickUp(TimeSpan now);

    /// <summary>An order left; its slip must not be kept, it will be used again.</summary>
    void Left(Order order);

    /// <summary>The run is over; what has begun and not ended stays so.</summary>
    void Over(TimeSpan now);
}

/// <summary>What an order keeps a worker with.</summary>
public enum WorkerActivity
{
    /// <summary>Serving it.</summary>
    Serving,

    /// <summary>Handing it over.</summary>
    HandingOver,

    /// <summary>Keeping it, because the next stage is full.</summary>
    Blocked,

    /// <summary>Staying with it after passing it on, until it leaves.</summary>
    Staying,
}
