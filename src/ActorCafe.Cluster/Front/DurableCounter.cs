using ActorCafe.Cluster.Book;
using ActorCafe.Cluster.Kitchen;
using ActorCafe.Shop;
using ActorCafe.Shop.Customers;
using ActorCafe.Shop.Orders;
using ActorCafe.Shop.PickUp;
using ActorCafe.Shop.Settings;
using Akka.Actor;
using Akka.Event;

namespace ActorCafe.Cluster.Front;

/// <summary>
/// The pick-up counter of a café with an order book: an order has left when the book says so on disk, and not before. While the
/// book cannot be written the counter keeps the order and tries again.
/// </summary>
internal sealed class DurableCounter(ShopContext shop, IOrderBook book, TimeProvider time) : UntypedActor, IWithTimers
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly Backoff _backoff = new(Context.Self.Path.Uid);
    private readonly Queue<object> _unwritten = [];

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
                if (written.What is Order served)
                {
                    Close(served);
                }

                break;
            case Failed failed:
                _log.Error(failed.Reason, "The order book cannot be written; the counter tries again");
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

    private void Write(Order order) =>
        Follow(book.CloseAsync(new OrderEnd(order.Number, order.Outcome, MachineOf(order), time.GetUtcNow()), CancellationToken.None), order);

    private void Write(Duplicate duplicate) => Follow(book.CountDuplicateAsync(duplicate.Order, CancellationToken.None), duplicate);

    private void Follow(Task writing, object what) => WriteAsync(writing, what).PipeTo(Self);

    private static async Task<object> WriteAsync(Task writing, object what)
    {
        try
        {
            await writing.ConfigureAwait(false);
            return new Written(what);
        }
        catch (OrderBookException reason)
        {
            return new Failed(what, reason);
        }
    }

    private void Close(Order order)
    {
        order.HasLeft = true;
        order.Left = shop.Clock.Now;
        shop.Observer.Left(order);
        PickUpCounter.Release(order);
        shop.Customers.Tell(new Customers.Returned(order), ActorRefs.NoSender);
    }

    /// <summary>The coffee machine that had the order last; null: none had.</summary>
    private string? MachineOf(Order order)
    {
        string? machine = null;
        var at = TimeSpan.MinValue;
        foreach (var stage in shop.Model.Settings.Stages)
        {
            if (stage.Worker == WorkerKind.CoffeeMachine && order.Visits[stage.Index] is { Finished: { } finished, Worker: > 0 and var number } && finished >= at)
            {
                (machine, at) = (CoffeeMachineShards.NameOf(stage, number), finished);
            }
        }

        return machine;
    }

    /// <summary>An order was served besides: an answer came that was no longer waited for.</summary>
    internal sealed record Duplicate(long Order);

    private sealed record Written(object What);

    private sealed record Failed(object What, Exception Reason);

    private sealed record TryAgain
    {
        public static TryAgain Instance { get; } = new();
    }
}
