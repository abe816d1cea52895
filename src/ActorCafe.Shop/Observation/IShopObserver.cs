using ActorCafe.Shop.Orders;

namespace ActorCafe.Shop.Observation;

/// <summary>
/// Is told every fact the moment it happens. Measuring never mixes with serving: actors publish, observers compute.
/// In virtual time all calls come from one thread; with the real clock they go through a <see cref="SynchronizedObserver"/>.
/// </summary>
internal interface IShopObserver
{
    void Placed(Order order);

    /// <summary>Workers came to a stage (+) or left it (-).</summary>
    void WorkersChanged(int stage, int change, TimeSpan now);

    /// <summary>An order asked for service at a stage.</summary>
    void Arrived(int stage, long order);

    void Rejected(int stage, long order);

    void JoinedQueue(int stage, TimeSpan now);

    void LeftQueue(int stage, TimeSpan now);

    /// <summary>
    /// Service at a stage began; the order's visit names the worker, and <see cref="Order.InProgress"/> still says whether any
    /// service had begun before.
    /// </summary>
    void ServiceBegan(int stage, Order order, TimeSpan now);

    /// <summary>Service at a stage ended; the order's visit says when it was enqueued and begun.</summary>
    void ServiceEnded(int stage, Order order, TimeSpan now);

    /// <summary>A worker failed with an order in service, which will be served anew.</summary>
    void ServiceInterrupted(int stage, Order order, TimeSpan now);

    /// <summary>A worker began (+1) or ended (-1) to spend time on something other than service, for the sake of an order.</summary>
    void Occupied(int stage, int worker, long order, Occupation occupation, int change, TimeSpan now);

    /// <summary>An order's customer joined the pick-up queue.</summary>
    void AwaitsPickUp(TimeSpan now);

    /// <summary>An order left, however it ended.</summary>
    void Left(Order order);
}

/// <summary>What keeps a worker besides service.</summary>
internal enum Occupation
{
    /// <summary>Handing an order over.</summary>
    HandingOver,

    /// <summary>Keeping an order because the next stage is full.</summary>
    Blocked,

    /// <summary>Staying with an order passed on until it leaves.</summary>
    Staying,
}
