namespace ActorCafe.Shop.Tests.Interruptions;

/// <summary>
/// An event list of its own, with nothing of the simulator: stages in a row with one queue each, whose workers break down and whose orders interrupt each other.
/// Times are whole numbers of any unit. Among events of one instant, repairs come first, then arrivals and ends of service by the order's number, then breakdowns by the
/// worker's number.
/// </summary>
/// <param name="stages">The stages.</param>
/// <param name="customers">When each customer comes, and with which priority; in order of time.</param>
internal sealed class InterruptedLine(InterruptedLine.Stage[] stages, (long At, int Priority)[] customers)
{
    private const long RepairRank = -1;
    private const long BreakdownRank = 1_000_000;

    private readonly PriorityQueue<Action, (long Time, long Rank, long Sequence)> _events = new();
    private readonly List<Worker>[] _workers = [.. stages.Select((stage, at) => Enumerable.Range(1, stage.Workers).Select(number => new Worker(at, number)).ToList())];
    private readonly List<Worker>[] _idle = [.. stages.Select(_ => new List<Worker>())];
    private readonly List<Order>[] _queues = [.. stages.Select(_ => new List<Order>())];
    private long _now;
    private long _sequence;
    private int _inside = customers.Length;

    /// <summary>A stage. Each worker's times up, each repair, and each order's service are taken from a list in turn, and again from its beginning.</summary>
    internal sealed record Stage(int Workers, long[] Service, long[]? Up, long[] Repair, bool GivesBack, bool HasPriority, bool Preempts);

    internal sealed record Visit(long Enqueued, long? Started, long Finished, int Worker);

    /// <summary>Simulates the line. Returns the visits of each order to each stage.</summary>
    public Visit[][] Run()
    {
        foreach (var worker in _workers.SelectMany(workers => workers))
        {
            _idle[worker.Stage].Add(worker);
            BeUp(worker);
        }

        var orders = customers.Select((customer, at) => new Order(at + 1, customer.Priority, new Visit[stages.Length])).ToList();
        foreach (var order in orders)
        {
            At(customers[order.Number - 1].At, order.Number, () => Arrive(order, 0));
        }

        while (_inside > 0)
        {
            _events.TryDequeue(out var next, out var when);
            _now = when.Time;
            next!();
        }

        return [.. orders.Select(order => order.Visits)];
    }

    private void At(long time, long rank, Action action) => _events.Enqueue(action, (time, rank, _sequence++));

    private void Arrive(Order order, int at)
    {
        order.Visits[at] = new Visit(_now, null, 0, 0);
        if (_idle[at].FirstOrDefault() is { } idle)
        {
            Begin(idle, order);
            return;
        }

        var queue = _queues[at];
        var behind = queue.FindIndex(other => LevelOf(other, at) < LevelOf(order, at));
        queue.Insert(behind < 0 ? queue.Count : behind, order);
        var victim = _workers[at].Where(worker => stages[at].Preempts && worker is { IsDown: false, Order: { } served } && served.Priority < order.Priority)
            .OrderBy(worker => worker.Order!.Priority).ThenByDescending(worker => worker.Turn).FirstOrDefault();
        if (victim is not null)
        {
            PutInFront(Suspend(victim), at);
            victim.Order = null;
            TakeNext(victim);
        }
    }

    private void Begin(Worker worker, Order order)
    {
        _idle[worker.Stage].Remove(worker);
        var visit = order.Visits[worker.Stage];
        order.Visits[worker.Stage] = visit with { Started = visit.Started ?? _now, Worker = worker.Number };
        var service = stages[worker.Stage].Service;
        worker.End = _now + (order.Left ?? service[(order.Number - 1) % service.Length]);
        (worker.Order, order.Left, worker.Turn) = (order, null, ++_sequence);
        var turn = worker.Turn;
        At(worker.End, order.Number, () =>
        {
            if (worker.Turn == turn)
            {
                End(worker, order);
            }
        });
    }

    private void End(Worker worker, Order order)
    {
        order.Visits[worker.Stage] = order.Visits[worker.Stage] with { Finished = _now };
        worker.Order = null;
        if (worker.Stage + 1 < stages.Length)
        {
            Arrive(order, worker.Stage + 1);
        }
        else
        {
            _inside--;
        }

        TakeNext(worker);
    }

    private void TakeNext(Worker worker)
    {
        if (_queues[worker.Stage] is [var first, ..] queue)
        {
            queue.RemoveAt(0);
            Begin(worker, first);
        }
        else
        {
            _idle[worker.Stage].Add(worker);
        }
    }

    private void BeUp(Worker worker)
    {
        if (stages[worker.Stage].Up is { } up)
        {
            At(_now + up[worker.Breakdowns % up.Length], BreakdownRank + worker.Number, () => BreakDown(worker));
        }
    }

    private void BreakDown(Worker worker)
    {
        var stage = stages[worker.Stage];
        worker.IsDown = true;
        _idle[worker.Stage].Remove(worker);
        At(_now + stage.Repair[worker.Breakdowns++ % stage.Repair.Length], RepairRank, () => Repair(worker));
        if (worker.Order is null)
        {
            return;
        }

        var order = Suspend(worker);
        if (stage.GivesBack)
        {
            worker.Order = null;
            if (_idle[worker.Stage].FirstOrDefault() is { } idle)
            {
                Begin(idle, order);
            }
            else
            {
                PutInFront(order, worker.Stage);
            }
        }
    }

    private void Repair(Worker worker)
    {
        worker.IsDown = false;
        BeUp(worker);
        if (worker.Order is { } order)
        {
            Begin(worker, order);
        }
        else
        {
            TakeNext(worker);
        }
    }

    private Order Suspend(Worker worker)
    {
        worker.Order!.Left = worker.End - _now;
        worker.Turn = -1;
        return worker.Order;
    }

    private void PutInFront(Order order, int at)
    {
        var behind = _queues[at].FindIndex(other => LevelOf(other, at) <= LevelOf(order, at));
        _queues[at].Insert(behind < 0 ? _queues[at].Count : behind, order);
    }

    private int LevelOf(Order order, int at) => stages[at].HasPriority ? order.Priority : 0;

    private sealed record Order(int Number, int Priority, Visit[] Visits)
    {
        public long? Left { get; set; }
    }

    private sealed class Worker(int stage, int number)
    {
        public int Stage => stage;

        public int Number => number;

        public Order? Order { get; set; }

        public bool IsDown { get; set; }

        public long End { get; set; }

        /// <summary>Names the service under way; -1 for none.</summary>
        public long Turn { get; set; }

        public int Breakdowns { get; set; }
    }
}
