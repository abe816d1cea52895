using ActorCafe.Shop.Orders;

namespace ActorCafe.Shop.Observation;

/// <summary>
/// Protects actors from an observer that runs foreign code. The first exception from the observer is reported, and the observer gets no further calls, so that
/// it costs neither an order nor a worker. With a real clock, where actors run on many threads, it also lets through one call at a time and never lets time go
/// back: two threads may read the clock in one order and arrive here in the other.
/// </summary>
/// <param name="observer">Receives the facts.</param>
/// <param name="isSynchronized">Whether actors run on several threads.</param>
/// <param name="failed">Called once, with the observer's exception.</param>
internal sealed class GuardedObserver(IShopObserver observer, bool isSynchronized, Action<Exception> failed) : IShopObserver
{
    private readonly Lock? _gate = isSynchronized ? new() : null;
    private TimeSpan _last;
    private bool _hasFailed;

    // A type of its own for each fact: the compiler then makes a direct call of what a delegate would hide.
    private interface IFact
    {
        void Tell(IShopObserver to, TimeSpan now);
    }

    /// <inheritdoc/>
    public void WarmedUp(TimeSpan now) => Guard(new IsWarmedUp(), now);

    /// <inheritdoc/>
    public void Placed(Order order, TimeSpan now) => Guard(new IsPlaced(order), now);

    /// <inheritdoc/>
    public void WorkerJoined(int stage, int worker, TimeSpan now) => Guard(new HasJoined(stage, worker), now);

    /// <inheritdoc/>
    public void WorkerLeft(int stage, int worker, TimeSpan now) => Guard(new WorkerHasLeft(stage, worker), now);

    /// <inheritdoc/>
    public void WorkerDown(int stage, int worker, TimeSpan now) => Guard(new IsDown(stage, worker), now);

    /// <inheritdoc/>
    public void WorkerUp(int stage, int worker, TimeSpan now) => Guard(new IsUp(stage, worker), now);

    /// <inheritdoc/>
    public void Arrived(int stage, Order order, TimeSpan now) => Guard(new HasArrived(stage, order), now);

    /// <inheritdoc/>
    public void Rejected(int stage, Order order, TimeSpan now) => Guard(new IsRejected(stage, order), now);

    /// <inheritdoc/>
    public void Reneged(int stage, Order order, TimeSpan now) => Guard(new HasReneged(stage, order), now);

    /// <inheritdoc/>
    public void JoinedQueue(int stage, Order order, TimeSpan now) => Guard(new IsQueued(stage, order), now);

    /// <inheritdoc/>
    public void LeftQueue(int stage, Order order, TimeSpan now) => Guard(new IsDequeued(stage, order), now);

    /// <inheritdoc/>
    public void ServiceBegan(int stage, Order order, TimeSpan now) => Guard(new HasBegun(stage, order), now);

    /// <inheritdoc/>
    public void ServiceEnded(int stage, Order order, TimeSpan now) => Guard(new HasEnded(stage, order), now);

    /// <inheritdoc/>
    public void ServiceInterrupted(int stage, Order order, TimeSpan now) => Guard(new IsInterrupted(stage, order), now);

    /// <inheritdoc/>
    public void Occupied(int stage, int worker, long order, Occupation occupation, int change, TimeSpan now) =>
        Guard(new IsOccupied(stage, worker, order, occupation, change), now);

    /// <inheritdoc/>
    public void AwaitsPickUp(Order order, TimeSpan now) => Guard(new IsAtPickUp(order), now);

    /// <inheritdoc/>
    public void Left(Order order, TimeSpan now) => Guard(new HasLeft(order), now);

    /// <summary>Reads what was observed while no actor reports.</summary>
    internal T Read<T>(Func<T> read)
    {
        _gate?.Enter();
        try
        {
            return read();
        }
        finally
        {
            _gate?.Exit();
        }
    }

    private void Guard<TFact>(TFact fact, TimeSpan now)
        where TFact : struct, IFact
    {
        _gate?.Enter();
        try
        {
            if (!_hasFailed)
            {
                _last = now > _last ? now : _last;
                fact.Tell(observer, _last);
            }
        }
        catch (Exception error)
        {
            _hasFailed = true;
            failed(error);
        }
        finally
        {
            _gate?.Exit();
        }
    }

    private readonly struct IsWarmedUp : IFact
    {
        public void Tell(IShopObserver to, TimeSpan now) => to.WarmedUp(now);
    }

    private readonly struct IsPlaced(Order order) : IFact
    {
        public void Tell(IShopObserver to, TimeSpan now) => to.Placed(order, now);
    }

    private readonly struct HasJoined(int stage, int worker) : IFact
    {
        public void Tell(IShopObserver to, TimeSpan now) => to.WorkerJoined(stage, worker, now);
    }

    private readonly struct WorkerHasLeft(int stage, int worker) : IFact
    {
        public void Tell(IShopObserver to, TimeSpan now) => to.WorkerLeft(stage, worker, now);
    }

    private readonly struct IsDown(int stage, int worker) : IFact
    {
        public void Tell(IShopObserver to, TimeSpan now) => to.WorkerDown(stage, worker, now);
    }

    private readonly struct IsUp(int stage, int worker) : IFact
    {
        public void Tell(IShopObserver to, TimeSpan now) => to.WorkerUp(stage, worker, now);
    }

    private readonly struct HasArrived(int stage, Order order) : IFact
    {
        public void Tell(IShopObserver to, TimeSpan now) => to.Arrived(stage, order, now);
    }

    private readonly struct IsRejected(int stage, Order order) : IFact
    {
        public void Tell(IShopObserver to, TimeSpan now) => to.Rejected(stage, order, now);
    }

    private readonly struct HasReneged(int stage, Order order) : IFact
    {
        public void Tell(IShopObserver to, TimeSpan now) => to.Reneged(stage, order, now);
    }

    private readonly struct IsQueued(int stage, Order order) : IFact
    {
        public void Tell(IShopObserver to, TimeSpan now) => to.JoinedQueue(stage, order, now);
    }

    private readonly struct IsDequeued(int stage, Order order) : IFact
    {
        public void Tell(IShopObserver to, TimeSpan now) => to.LeftQueue(stage, order, now);
    }

    private readonly struct HasBegun(int stage, Order order) : IFact
    {
        public void Tell(IShopObserver to, TimeSpan now) => to.ServiceBegan(stage, order, now);
    }

    private readonly struct HasEnded(int stage, Order order) : IFact
    {
        public void Tell(IShopObserver to, TimeSpan now) => to.ServiceEnded(stage, order, now);
    }

    private readonly struct IsInterrupted(int stage, Order order) : IFact
    {
        public void Tell(IShopObserver to, TimeSpan now) => to.ServiceInterrupted(stage, order, now);
    }

    private readonly struct IsOccupied(int stage, int worker, long order, Occupation occupation, int change) : IFact
    {
        public void Tell(IShopObserver to, TimeSpan now) => to.Occupied(stage, worker, order, occupation, change, now);
    }

    private readonly struct IsAtPickUp(Order order) : IFact
    {
        public void Tell(IShopObserver to, TimeSpan now) => to.AwaitsPickUp(order, now);
    }

    private readonly struct HasLeft(Order order) : IFact
    {
        public void Tell(IShopObserver to, TimeSpan now) => to.Left(order, now);
    }
}
