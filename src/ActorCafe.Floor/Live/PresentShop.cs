using ActorCafe.Floor.Facts;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Floor.Live;

/// <summary>
/// The shop as it is now: who is there, and the facts that brought them where they are. Those facts alone, told to somebody who knows nothing, yield the
/// present state. So what is kept grows with the orders in the shop, not with time.
/// </summary>
internal sealed class PresentShop(ShopSettings shop)
{
    private readonly Dictionary<long, OrderNow> _orders = [];
    private readonly Dictionary<(int Stage, int Worker), WorkerNow> _workers = [];
    private readonly bool[] _brews = [.. shop.Stages.Select(stage => stage.Is == WorkerKind.Machine)];

    /// <summary>Orders in each stage's queue.</summary>
    public int[] Queues { get; } = new int[shop.Stages.Length];

    /// <summary>Workers of each stage in service.</summary>
    public int[] Busy { get; } = new int[shop.Stages.Length];

    /// <summary>Orders whose first service has begun.</summary>
    public int InProgress { get; private set; }

    /// <summary>Coffees that went to a customer who had theirs already.</summary>
    public long SecondCoffees { get; private set; }

    /// <summary>Services of coffee machines that were interrupted, and begin again.</summary>
    public long RepeatedBrews { get; private set; }

    /// <summary>The facts that yield the present state, in the order in which they happened.</summary>
    public IReadOnlyList<Fact> Facts() =>
    [
        .. _workers.Values.SelectMany(worker => worker.Facts).Concat(_orders.Values.SelectMany(order => order.Facts))
            .OrderBy(numbered => numbered.Number).Select(numbered => numbered.Fact),
    ];

    /// <summary>Takes note of a fact.</summary>
    /// <returns>Whether it makes sense after the facts before it: not if it is about an order or a worker that is not there.</returns>
    public bool Apply(long number, in Fact fact)
    {
        if (fact.Order == 0)
        {
            Apply(new NumberedFact(number, fact));
            return true;
        }

        if (fact.Kind == FactKind.Placed)
        {
            _orders[fact.Order] = new OrderNow();
        }

        if (!_orders.TryGetValue(fact.Order, out var order))
        {
            SecondCoffees += fact.Kind == FactKind.Left && fact.Worker == (int)Outcome.Served ? 1 : 0;
            return false;
        }

        order.Facts.Add(new(number, fact));
        Apply(fact, order);
        ForgetIfGone(fact.Order, order);
        return true;
    }

    private void Apply(NumberedFact numbered)
    {
        var (stage, worker) = (numbered.Fact.Stage, numbered.Fact.Worker);
        switch (numbered.Fact.Kind)
        {
            case FactKind.WorkerJoined:
                WorkerAt(stage, worker).Facts.Add(numbered);
                break;
            case FactKind.WorkerLeft when _workers.Remove((stage, worker), out var gone):
                // A worker that goes away with an order has reported it as interrupted before. If not, whoever replays the facts learns it from this one.
                gone.Keeps?.Facts.Add(new(numbered.Number, numbered.Fact with { Kind = FactKind.Interrupted, Order = gone.Order }));
                LetGo(stage, gone);
                break;
            case FactKind.WorkerDown:
                WorkerAt(stage, worker).Facts.Add(numbered);
                break;
            case FactKind.WorkerUp:
                WorkerAt(stage, worker).Facts.RemoveAll(kept => kept.Fact.Kind == FactKind.WorkerDown);
                break;
        }
    }

    private void Apply(in Fact fact, OrderNow order)
    {
        switch (fact.Kind)
        {
            case FactKind.JoinedQueue:
                order.QueuedAt = fact.Stage;
                Queues[fact.Stage]++;
                break;
            case FactKind.LeftQueue:
                LeaveQueue(order);
                break;
            case >= FactKind.Serving and <= FactKind.Staying:
                Keep(fact, order);
                break;
            case >= FactKind.EndServing and <= FactKind.Interrupted:
                LetGo(fact.Stage, WorkerAt(fact.Stage, fact.Worker));
                RepeatedBrews += fact.Kind == FactKind.Interrupted && _brews[fact.Stage] ? 1 : 0;
                break;
            case FactKind.Left:
                LeaveQueue(order);
                InProgress -= order.IsInProgress ? 1 : 0;
                order.HasLeft = true;
                break;
        }
    }

    private void Keep(in Fact fact, OrderNow order)
    {
        var worker = WorkerAt(fact.Stage, fact.Worker);
        LetGo(fact.Stage, worker);
        (worker.Keeps, worker.Order, worker.IsServing) = (order, fact.Order, fact.Kind == FactKind.Serving);
        order.Keepers++;
        Busy[fact.Stage] += worker.IsServing ? 1 : 0;
        InProgress += order.IsInProgress ? 0 : 1;
        order.IsInProgress = true;
    }

    private void LetGo(int stage, WorkerNow worker)
    {
        if (worker.Keeps is not { } order)
        {
            return;
        }

        order.Keepers--;
        Busy[stage] -= worker.IsServing ? 1 : 0;
        (worker.Keeps, worker.IsServing) = (null, false);
        ForgetIfGone(worker.Order, order);
    }

    private void ForgetIfGone(long number, OrderNow order)
    {
        if (order is { HasLeft: true, Keepers: 0 })
        {
            _orders.Remove(number);
        }
    }

    private void LeaveQueue(OrderNow order)
    {
        if (order.QueuedAt is { } stage)
        {
            Queues[stage]--;
            order.QueuedAt = null;
        }
    }

    private WorkerNow WorkerAt(int stage, int worker)
    {
        if (!_workers.TryGetValue((stage, worker), out var known))
        {
            _workers.Add((stage, worker), known = new WorkerNow());
        }

        return known;
    }

    private readonly record struct NumberedFact(long Number, Fact Fact);

    private sealed class OrderNow
    {
        public List<NumberedFact> Facts { get; } = [];

        public int? QueuedAt { get; set; }

        /// <summary>Workers that have it, even after it has left.</summary>
        public int Keepers { get; set; }

        public bool IsInProgress { get; set; }

        public bool HasLeft { get; set; }
    }

    private sealed class WorkerNow
    {
        public List<NumberedFact> Facts { get; } = [];

        public OrderNow? Keeps { get; set; }

        public long Order { get; set; }

        public bool IsServing { get; set; }
    }
}
