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

    private delegate void Publish(IShopObserver observer, in Fact fact);

    /// <inheritdoc/>
    public void WarmedUp(TimeSpan now) => Guard(static (IShopObserver to, in Fact fact) => to.WarmedUp(fact.Now), new(now, 0, null));

    /// <inheritdoc/>
    public void Placed(Order order, TimeSpan now) =>
        Guard(static (IShopObserver to, in Fact fact) => to.Placed(fact.Order!, fact.Now), new(now, 0, order));

    /// <inheritdoc/>
    public void WorkerJoined(int stage, int worker, TimeSpan now) =>
        Guard(static (IShopObserver to, in Fact fact) => to.WorkerJoined(fact.Stage, fact.Worker, fact.Now), new(now, stage, null, worker));

    /// <inheritdoc/>
    public void WorkerLeft(int stage, int worker, TimeSpan now) =>
        Guard(static (IShopObserver to, in Fact fact) => to.WorkerLeft(fact.Stage, fact.Worker, fact.Now), new(now, stage, null, worker));

    /// <inheritdoc/>
    public void WorkerDown(int stage, int worker, TimeSpan now) =>
        Guard(static (IShopObserver to, in Fact fact) => to.WorkerDown(fact.Stage, fact.Worker, fact.Now), new(now, stage, null, worker));

    /// <inheritdoc/>
    public void WorkerUp(int stage, int worker, TimeSpan now) =>
        Guard(static (IShopObserver to, in Fact fact) => to.WorkerUp(fact.Stage, fact.Worker, fact.Now), new(now, stage, null, worker));

    /// <inheritdoc/>
    public void Arrived(int stage, Order order, TimeSpan now) =>
        Guard(static (IShopObserver to, in Fact fact) => to.Arrived(fact.Stage, fact.Order!, fact.Now), new(now, stage, order));

    /// <inheritdoc/>
    public void Rejected(int stage, Order order, TimeSpan now) =>
        Guard(static (IShopObserver to, in Fact fact) => to.Rejected(fact.Stage, fact.Order!, fact.Now), new(now, stage, order));

    /// <inheritdoc/>
    public void Reneged(int stage, Order order, TimeSpan now) =>
        Guard(static (IShopObserver to, in Fact fact) => to.Reneged(fact.Stage, fact.Order!, fact.Now), new(now, stage, order));

    /// <inheritdoc/>
    public void JoinedQueue(int stage, Order order, TimeSpan now) =>
        Guard(static (IShopObserver to, in Fact fact) => to.JoinedQueue(fact.Stage, fact.Order!, fact.Now), new(now, stage, order));

    /// <inheritdoc/>
    public void LeftQueue(int stage, Order order, TimeSpan now) =>
        Guard(static (IShopObserver to, in Fact fact) => to.LeftQueue(fact.Stage, fact.Order!, fact.Now), new(now, stage, order));

    /// <inheritdoc/>
    public void ServiceBegan(int stage, Order order, TimeSpan now) =>
        Guard(static (IShopObserver to, in Fact fact) => to.ServiceBegan(fact.Stage, fact.Order!, fact.Now), new(now, stage, order));

    /// <inheritdoc/>
    public void ServiceEnded(int stage, Order order, TimeSpan now) =>
        Guard(static (IShopObserver to, in Fact fact) => to.ServiceEnded(fact.Stage, fact.Order!, fact.Now), new(now, stage, order));

    /// <inheritdoc/>
    public void ServiceInterrupted(int stage, Order order, TimeSpan now) =>
        Guard(static (IShopObserver to, in Fact fact) => to.ServiceInterrupted(fact.Stage, fact.Order!, fact.Now), new(now, stage, order));

    /// <inheritdoc/>
    public void Occupied(int stage, int worker, long order, Occupation occupation, int change, TimeSpan now) =>
        Guard(
            static (IShopObserver to, in Fact fact) => to.Occupied(fact.Stage, fact.Worker, fact.Number, fact.Occupation, fact.Change, fact.Now),
            new(now, stage, null, worker, order, occupation, change));

    /// <inheritdoc/>
    public void AwaitsPickUp(Order order, TimeSpan now) =>
        Guard(static (IShopObserver to, in Fact fact) => to.AwaitsPickUp(fact.Order!, fact.Now), new(now, 0, order));

    /// <inheritdoc/>
    public void Left(Order order, TimeSpan now) =>
        Guard(static (IShopObserver to, in Fact fact) => to.Left(fact.Order!, fact.Now), new(now, 0, order));

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

    private void Guard(Publish publish, in Fact fact)
    {
        _gate?.Enter();
        try
        {
            if (!_hasFailed)
            {
                _last = fact.Now > _last ? fact.Now : _last;
                publish(observer, fact with { Now = _last });
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

    private readonly record struct Fact(TimeSpan Now, int Stage, Order? Order, int Worker = 0, long Number = 0, Occupation Occupation = default, int Change = 0);
}
