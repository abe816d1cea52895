using ActorCafe.Shop;
using ActorCafe.Shop.Orders;

namespace ActorCafe.Floor.Facts;

/// <summary>Records every fact of a run, in the order in which they happened.</summary>
public sealed class FactLog : IShopTimeline
{
    /// <summary>The most facts that a page is sent: some 25,000 orders of three stages.</summary>
    public const int Most = 500_000;

    private readonly List<Fact> _facts = [];
    private readonly int _most;
    private readonly bool _failsRun;

    /// <summary>Creates a log that lets the run go on without it when there are more than <see cref="Most"/> facts.</summary>
    public FactLog() => _most = Most;

    /// <param name="most">The number of facts after which the run fails.</param>
    internal FactLog(int most) => (_most, _failsRun) = (most, true);

    /// <summary>Whether the run had more facts than were wanted; none are kept then.</summary>
    public bool IsOverfull { get; private set; }

    internal IReadOnlyList<Fact> Facts => _facts;

    /// <summary>When the run was over.</summary>
    public TimeSpan End { get; private set; }

    public void Placed(Order order, TimeSpan now)
    {
        ArgumentNullException.ThrowIfNull(order);
        Add(FactKind.Placed, 0, order.Drink.Index, order.Number, now);
    }

    public void InProgress(long order, TimeSpan now)
    {
        // The order's first service says the same.
    }

    public void WorkerJoined(int stage, int worker, TimeSpan now) => Add(FactKind.WorkerJoined, stage, worker, 0, now);

    public void WorkerLeft(int stage, int worker, TimeSpan now) => Add(FactKind.WorkerLeft, stage, worker, 0, now);

    public void WorkerDown(int stage, int worker, TimeSpan now) => Add(FactKind.WorkerDown, stage, worker, 0, now);

    public void WorkerUp(int stage, int worker, TimeSpan now) => Add(FactKind.WorkerUp, stage, worker, 0, now);

    public void JoinedQueue(int stage, long order, TimeSpan now) => Add(FactKind.JoinedQueue, stage, 0, order, now);

    public void LeftQueue(int stage, long order, TimeSpan now) => Add(FactKind.LeftQueue, stage, 0, order, now);

    public void Began(WorkerActivity activity, int stage, int worker, long order, TimeSpan now) =>
        Add(FactKind.Serving + (int)activity, stage, worker, order, now);

    public void Ended(WorkerActivity activity, int stage, int worker, long order, bool completed, TimeSpan now) =>
        Add(completed ? FactKind.EndServing + (int)activity : FactKind.Interrupted, stage, worker, order, now);

    public void AwaitsPickUp(long order, TimeSpan now) => Add(FactKind.AwaitsPickUp, 0, 0, order, now);

    public void Left(Order order, TimeSpan now)
    {
        ArgumentNullException.ThrowIfNull(order);
        Add(FactKind.Left, 0, (int)order.Outcome, order.Number, now);
    }

    public void Over(TimeSpan now) => End = now;

    private void Add(FactKind kind, int stage, int worker, long order, TimeSpan now)
    {
        if (IsOverfull)
        {
            return;
        }

        if (_facts.Count == _most)
        {
            IsOverfull = true;
            _facts.Clear();
            _facts.TrimExcess();
            if (_failsRun)
            {
                throw new TooManyFactsException();
            }

            return;
        }

        _facts.Add(new Fact(now, kind, stage, worker, order));
    }
}

/// <summary>A run has more facts than a page can be sent.</summary>
internal sealed class TooManyFactsException() : Exception("more facts than a page can show");
