using ActorCafe.Queueing.Statistics;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Observation;

/// <summary>
/// Computes a run's measures from the facts as they happen, in memory that does not grow with the number of orders. Every time counts from opening. Time
/// averages cover the window, which opens with the first counted order; Little's law and the checksum cover the whole run.
/// </summary>
internal sealed class Recorder : IShopObserver
{
    private const int ProgressEvery = 8192;

    private readonly ShopSettings _settings;
    private readonly TimeSpan _opened;
    private readonly LevelDistribution _inShop = new();
    private readonly IOrderLog? _log;
    private readonly Action<long>? _progress;
    private readonly StageStatistics[] _stages;
    private readonly Tally[] _drinks;
    private readonly long[] _drinksServed;
    private readonly long[] _outcomes = new long[4];
    private readonly Tally _response = new();
    private readonly Checksum _checksum;
    private readonly HashSet<(int Stage, int Worker)> _down = [];

    private TimeAverage _orderQueue;
    private TimeAverage _inProgress;
    private TimeAverage _inService;
    private TimeAverage _pickUpQueue;
    // The number of the last order left out; with a length, known when that has passed.
    private long _warmUp;
    private TimeSpan? _windowStart;
    private TimeSpan _lastDeparture;
    private double _inShopBeforeWindow;
    private double _timeInShop;
    private long _arrived;
    private long _left;
    private long _servedInWindow;

    /// <param name="settings">The shop; its warm-up must not be <c>auto</c>.</param>
    /// <param name="log">Receives each order as it leaves; null for none.</param>
    /// <param name="progress">Receives the number of orders that have left, from time to time; null for none.</param>
    public Recorder(ShopSettings settings, IOrderLog? log = null, Action<long>? progress = null)
    {
        _settings = settings;
        _opened = settings.Customers.OpensAt;
        _warmUp = settings.Statistics.WarmUp switch
        {
            WarmUp.Orders orders => orders.Count,
            WarmUp.Length => long.MaxValue,
            _ => throw new ArgumentException("An automatic warm-up is found by pilot runs before.", nameof(settings)),
        };
        _log = log;
        _progress = progress;
        _stages = [.. settings.Stages.Select(stage => new StageStatistics(stage))];
        _drinks = [.. settings.Menu.Select(_ => new Tally(momentsOnly: true))];
        _drinksServed = new long[settings.Menu.Length];
        _checksum = new Checksum(settings.Stages.Length, _opened);
        _inShop.Reset(_opened.Ticks);
        if (_warmUp == 0)
        {
            OpenWindow(_opened);
        }
    }

    /// <summary>Collects the response times of served orders by number; set in a pilot run.</summary>
    public InitialTransient? Pilot { get; init; }

    /// <summary>The capacity of the shop, if it is known.</summary>
    public Capacity? Capacity { get; init; }

    /// <summary>Whether it calls code of the run's caller, which may throw.</summary>
    public bool RunsForeignCode => _log is not null || _progress is not null;

    /// <summary>Orders that have left the shop.</summary>
    public long Departed => _left;

    /// <summary>Orders still in the shop.</summary>
    public long Inside => _arrived - _left;

    /// <summary>The stages where orders wait or workers are occupied at this moment.</summary>
    public IEnumerable<string> StagesInUse => _stages.Where(stage => stage.IsInUse).Select(stage => stage.Name);

    /// <summary>The workers that are down at this moment.</summary>
    public IReadOnlySet<(int Stage, int Worker)> DownWorkers => _down;

    public void WarmedUp(TimeSpan now)
    {
        _warmUp = _arrived;
        OpenWindow(now);
    }

    public void Placed(Order order, TimeSpan now)
    {
        if (_windowStart is null && IsCounted(order.Number))
        {
            OpenWindow(now);
        }

        _arrived++;
        _inShop.Change(now.Ticks, +1);
        _orderQueue.Change(now.Ticks, +1);
    }

    public void WorkerJoined(int stage, int worker, TimeSpan now) => _stages[stage].ChangeWorkers(now, +1);

    public void WorkerLeft(int stage, int worker, TimeSpan now) => _stages[stage].ChangeWorkers(now, -1);

    public void WorkerDown(int stage, int worker, TimeSpan now)
    {
        _down.Add((stage, worker));
        _stages[stage].ChangeDown(now, +1);
    }

    public void WorkerUp(int stage, int worker, TimeSpan now)
    {
        _down.Remove((stage, worker));
        _stages[stage].ChangeDown(now, -1);
    }

    public void Arrived(int stage, Order order, TimeSpan now)
    {
        if (IsCounted(order.Number))
        {
            _stages[stage].Arrivals++;
        }
    }

    public void Rejected(int stage, Order order, TimeSpan now)
    {
        if (IsCounted(order.Number))
        {
            _stages[stage].Rejected++;
        }
    }

    public void Reneged(int stage, Order order, TimeSpan now)
    {
        if (IsCounted(order.Number))
        {
            _stages[stage].Reneged++;
        }
    }

    public void JoinedQueue(int stage, Order order, TimeSpan now) => _stages[stage].ChangeQueue(now, +1);

    public void LeftQueue(int stage, Order order, TimeSpan now) => _stages[stage].ChangeQueue(now, -1);

    public void ServiceBegan(int stage, Order order, TimeSpan now)
    {
        _stages[stage].ChangeBusy(now, +1);
        _inService.Change(now.Ticks, +1);
        if (!order.InProgress)
        {
            _orderQueue.Change(now.Ticks, -1);
            _inProgress.Change(now.Ticks, +1);
        }
    }

    public void ServiceEnded(int stage, Order order, TimeSpan now)
    {
        _stages[stage].ChangeBusy(now, -1);
        _inService.Change(now.Ticks, -1);
        if (IsCounted(order.Number))
        {
            var (enqueued, started, finished) = order.Visits[stage].Ticks;
            _stages[stage].Complete(started - enqueued, finished - started - (order.Interruption?.Lost.Ticks ?? 0));
        }
    }

    public void ServiceInterrupted(int stage, Order order, TimeSpan now)
    {
        _stages[stage].ChangeBusy(now, -1);
        _inService.Change(now.Ticks, -1);
    }

    public void Occupied(int stage, int worker, long order, Occupation occupation, int change, TimeSpan now) =>
        _stages[stage].ChangeOccupied(occupation, now, change);

    public void AwaitsPickUp(Order order, TimeSpan now) => _pickUpQueue.Change(now.Ticks, +1);

    public void Left(Order order, TimeSpan now)
    {
        _left++;
        _lastDeparture = now;
        var timeInShop = (order.Left - order.Placed).TotalSeconds;
        _timeInShop += timeInShop;
        _outcomes[(int)order.Outcome]++;
        _inShop.Change(now.Ticks, -1);
        (order.InProgress ? ref _inProgress : ref _orderQueue).Change(now.Ticks, -1);
        if (order.AwaitsPickUp)
        {
            _pickUpQueue.Change(now.Ticks, -1);
        }

        if (order.Outcome == Outcome.Served)
        {
            CountServed(order, timeInShop);
        }

        _checksum.Add(order);
        _log?.Left(order);
        if (_left % ProgressEvery == 0)
        {
            _progress?.Invoke(_left);
        }
    }

    /// <summary>Returns the measures of a run that ended at <paramref name="end"/>. The caller adds wall time, and decides whether there is a steady state.</summary>
    public ShopResult Result(ShopEnd end, long events)
    {
        var confidence = _settings.Statistics.Confidence;
        var window = _windowStart is { } start ? (end.At - start).TotalSeconds : 0;
        var whole = end.At - _opened;
        TimeSpan? windowEnd = _windowStart is null ? null : end.At;
        var stages = _stages.Select(stage => stage.Result(windowEnd, confidence)).ToArray();
        var (mean, rate) = whole > TimeSpan.Zero
            ? ((_inShopBeforeWindow + _inShop.Integral(end.At.Ticks)) / whole.Ticks, _timeInShop / whole.TotalSeconds)
            : ((double?)null, (double?)null);
        return new ShopResult
        {
            Shop = _settings.Name,
            Seed = _settings.Seed,
            Clock = _settings.Clock.Mode.Name(),
            Replications = 1,
            Orders = new OrderCounts(_arrived, _outcomes[(int)Outcome.Served], _outcomes[(int)Outcome.Rejected], _outcomes[(int)Outcome.Reneged], _outcomes[(int)Outcome.Unserved]),
            Makespan = _left > 0 ? (_lastDeparture - _opened).TotalSeconds : null,
            ThroughputPerHour = window > 0 ? _servedInWindow / window * 3600 : null,
            ResponseTime = new ResponseTime(
                _response.Moments.Mean,
                _response.Batches.Confidence(confidence).AsInterval(),
                _response.Quantiles.Quantile(0.5),
                _response.Quantiles.Quantile(0.95),
                _response.Quantiles.Quantile(0.99),
                _response.Moments.Max,
                _response.Moments.StandardDeviation)
            { Batches = _response.Batches.AsBatches() },
            Stages = [.. stages],
            Drinks = [.. _settings.Menu.Select(drink => new DrinkResult(drink.Name, _drinksServed[drink.Index], new MeanOnly(_drinks[drink.Index].Moments.Mean)))],
            Bottleneck = Bottleneck.Of(stages),
            Concurrency = _inProgress.AsLevel(windowEnd),
            Parallelism = _inService.AsLevel(windowEnd),
            OrderQueue = _orderQueue.AsLevel(windowEnd),
            PickUpQueue = _pickUpQueue.AsLevel(windowEnd),
            InShop = _inShop.AsInShop(windowEnd),
            LittlesLaw = new LittlesLaw(mean, rate, mean > 0 ? Math.Abs(mean.Value - rate!.Value) / mean : null),
            Opened = _opened.TotalSeconds,
            Events = events,
            WallSeconds = 0,
            Checksum = _checksum.ToString(),
            Interrupted = end.StoppedEarly,
            Unstable = OfferedLoad.Unstable(_settings),
            Capacity = Capacity,
            WarmUp = _warmUp < long.MaxValue ? _warmUp : _arrived,
        };
    }

    private bool IsCounted(long order) => order > _warmUp;

    private void OpenWindow(TimeSpan now)
    {
        _windowStart = now;
        _inShopBeforeWindow = _inShop.Integral(now.Ticks);
        _inShop.Reset(now.Ticks);
        _orderQueue.Reset(now.Ticks);
        _inProgress.Reset(now.Ticks);
        _inService.Reset(now.Ticks);
        _pickUpQueue.Reset(now.Ticks);
        foreach (var stage in _stages)
        {
            stage.OpenWindow(now);
        }
    }

    private void CountServed(Order order, double seconds)
    {
        _drinksServed[order.Drink.Index]++;
        if (_windowStart is not null)
        {
            _servedInWindow++;
        }

        Pilot?.Add(order.Number, seconds);
        if (!IsCounted(order.Number))
        {
            return;
        }

        _response.Add(seconds);
        _drinks[order.Drink.Index].Add(seconds);
    }
}
