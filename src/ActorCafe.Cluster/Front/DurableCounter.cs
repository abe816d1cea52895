using ActorCafe.Cluster.Hosts;
using ActorCafe.OrderBook;
using ActorCafe.Shop;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.Settings;
using Akka.Actor;
using Akka.Event;

namespace ActorCafe.Cluster.Front;

/// <summary>
/// The pick-up counter of a café with an order book. An order leaves only once its end is on disk. While the book cannot be written, the counter keeps
/// the order and retries.
/// </summary>
internal sealed class DurableCounter(ShopContext shop, IOrderBook book, TimeProvider time) : UntypedActor, IWithTimers
{
    /// <summary>An order was brewed twice: an answer arrived after its assignment had been abandoned.</summary>
    internal sealed record Duplicate(long Order);

    private sealed record Written(object What);

    private sealed record Failed(object What, Exception Reason);

    private sealed record TryAgain
    {
        public static TryAgain Instance { get; } = new();
    }

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Backoff _backoff = new(Context.Self.Path.Uid);
    private readonly Queue<object> _unwritten = [];

    /// <summary>What could not be written at the first attempt, and is not written yet.</summary>
    private readonly HashSet<object> _late = new(ReferenceEqualityComparer.Instance);

    private bool _isReported;

    public ITimerScheduler Timers { get; set; } = null!;

    public static Props Props(ShopContext shop, IOrderBook book, TimeProvider time) =>
        Akka.Actor.Props.Create(() => new DurableCounter(shop, book, time));

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Order order:
                Write(order);
                break;
            case Duplicate duplicate:
                Write(duplicate);
                break;
            case Written written:
                _backoff.Reset();
                if (_late.Remove(written.What) && _late.Count == 0 && _isReported)
                {
                    _isReported = false;
                    _log.Warning("The order book can be written again");
                }

                if (written.What is Order served)
                {
                    Close(served);
                }

                break;
            case Failed failed:
                if (_late.Add(failed.What) && _late.Count == 1)
                {
                    Report(failed.Reason);
                }

                _unwritten.Enqueue(failed.What);
                Timers.StartSingleTimer(TryAgain.Instance, TryAgain.Instance, _backoff.Next());
                break;
            case TryAgain:
                for (var left = _unwritten.Count; left > 0; left--)
                {
                    Self.Tell(_unwritten.Dequeue());
                }

                break;
            default:
                Unhandled(message);
                break;
        }
    }

    /// <summary>Logs a failure, unless it is an obstacle that the front logs.</summary>
    private void Report(Exception reason)
    {
        _isReported = book.Obstacle is null;
        if (_isReported)
        {
            _log.Error(reason is OrderBookException ? null : reason, "The order book cannot be written; the counter keeps orders and tries again: {Reason}", reason.Message);
        }
    }

    private void Write(Order order) =>
        Follow(book.CloseAsync(new OrderEnd(order.Number, Booked(order.Outcome), MachineOf(order), time.GetUtcNow()), CancellationToken.None), order);

    private void Write(Duplicate duplicate) => Follow(book.CountDuplicateAsync(duplicate.Order, CancellationToken.None), duplicate);

    private void Follow(Task writing, object what) => WriteAsync(writing, what).PipeTo(Self);

    private static async Task<object> WriteAsync(Task writing, object what)
    {
        try
        {
            await writing.ConfigureAwait(false);
            return new Written(what);
        }
        catch (Exception reason)
        {
            // Whatever it is, an order must not be lost by it.
            return new Failed(what, reason);
        }
    }

    private void Close(Order order)
    {
        shop.Close(order);
        shop.Customers.Tell(new OrderIntake.OrderLeft(order), ActorRefs.NoSender);
    }

    private static BookedOutcome Booked(Outcome outcome) => outcome switch
    {
        Outcome.Served => BookedOutcome.Served,
        Outcome.Rejected => BookedOutcome.Rejected,
        Outcome.Reneged => BookedOutcome.Reneged,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Only an order that has ended comes to the counter."),
    };

    /// <summary>The last machine that served the order; null if none did.</summary>
    private string? MachineOf(Order order)
    {
        string? machine = null;
        var at = TimeSpan.MinValue;
        foreach (var stage in shop.Model.Settings.Stages)
        {
            if (stage.Is == WorkerKind.Machine && order.Visits[stage.Index] is { Finished: { } finished, Worker: > 0 and var number } && finished >= at)
            {
                (machine, at) = (MachineShards.NameOf(stage, number), finished);
            }
        }

        return machine;
    }
}
