using System.Collections.Immutable;
using ActorCafe.OrderBook;
using Akka.Actor;
using Akka.Event;

namespace ActorCafe.Cluster.Front;

/// <summary>
/// The café's one front. As a cluster singleton it runs on the oldest node of role <c>front</c>: it opens the order book, then starts the front's actors, and
/// closes both before another node takes over. It watches those actors; if they end, so does the node.
/// </summary>
/// <param name="book">The order book, not open yet.</param>
/// <param name="isHeldByStranger">Whether a process that is no front of this cluster has the book. Otherwise a book that is held belongs to the former front, which releases it soon.</param>
/// <param name="state">Learns whether the front is open.</param>
/// <param name="start">Starts the front's root actor with an opened book, at <c>/user/cafe</c>, where the deployment of its pools is configured.</param>
/// <param name="frontOf">The front as seen by HTTP, for that root actor.</param>
internal sealed class FrontSingleton(
    IOrderBook book, bool isHeldByStranger, FrontState state, Func<OpenedBook, IActorRef> start, Func<IActorRef, ICafeFront> frontOf) : UntypedActor, IWithTimers, IWithUnboundedStash
{
    /// <summary>Closes the front: another node takes over, or this one leaves.</summary>
    internal sealed record Close
    {
        public static Close Instance { get; } = new();
    }

    private sealed record Opened(OpenedBook Book);

    private sealed record OpenFailed(Exception Reason);

    private sealed record Reread(ImmutableArray<BookedOrder> Open);

    private sealed record Closed
    {
        public static Closed Instance { get; } = new();
    }

    private enum Due
    {
        Open,
        Look,
    }

    /// <summary>The interval between attempts to open a book that another process still has, and between checks whether the book takes orders.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly ILoggingAdapter _log = Context.GetLogger();
    private IActorRef? _root;
    private string? _obstacle;
    private bool _isClosed;

    public ITimerScheduler Timers { get; set; } = null!;

    public IStash Stash { get; set; } = null!;

    public static Props Props(
        IOrderBook book, bool isHeldByStranger, FrontState state, Func<OpenedBook, IActorRef> start, Func<IActorRef, ICafeFront> frontOf) =>
        Akka.Actor.Props.Create(() => new FrontSingleton(book, isHeldByStranger, state, start, frontOf));

    protected override void PreStart() => OpenBook();

    protected override void PostStop()
    {
        if (!_isClosed)
        {
            state.Fail("the front's actors were stopped; start the node again: every order it accepted is in its book");
        }
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Opened opened:
                _root = Context.Watch(start(opened.Book));
                state.Open(_root, frontOf(_root));
                Timers.StartPeriodicTimer(Due.Look, Due.Look, Interval);
                Stash.UnstashAll();
                Become(Open);
                break;
            case OpenFailed { Reason: OrderBookHeldException held } when !isHeldByStranger:
                Say(held.Message);
                state.Wait(held.Message);
                Timers.StartSingleTimer(Due.Open, Due.Open, Interval);
                break;
            case OpenFailed failed:
                state.Fail(failed.Reason.Message);
                break;
            case Due.Open:
                OpenBook();
                break;
            case Close:
                CloseBook();
                break;
            case Reread:
                Stash.Stash();
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Open(object message)
    {
        switch (message)
        {
            case Reread reread:
                _root!.Tell(new OrderIntake.AdmitAll(reread.Open));
                break;
            case Due.Look:
                Say(book.Obstacle);
                break;
            case Terminated:
                // It and its children are not restarted: they would begin with the orders that were open when the book was read.
                state.Fail("the front's actors ended unexpectedly, and the log says why; start the node again: every order it accepted is in its book");
                break;
            case Close:
                state.Wait("it is closing");
                Timers.CancelAll();
                Context.System.Stop(_root!);
                Become(Closing);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Closing(object message)
    {
        switch (message)
        {
            case Terminated:
                CloseBook();
                break;
            case Closed:
                _isClosed = true;
                Context.Stop(Self);
                break;
        }
    }

    private void OpenBook()
    {
        var self = Self;
        book.OpenAsync(open => self.Tell(new Reread(open)), CancellationToken.None)
            .PipeTo(Self, success: opened => new Opened(opened), failure: reason => new OpenFailed(reason));
    }

    private void CloseBook()
    {
        Become(Closing);
        book.DisposeAsync().AsTask().PipeTo(Self, success: () => Closed.Instance, failure: _ => Closed.Instance);
    }

    /// <summary>Logs what keeps the book from taking orders, once, and when that is over.</summary>
    private void Say(string? obstacle)
    {
        if (obstacle == _obstacle)
        {
            return;
        }

        _obstacle = obstacle;
        if (obstacle is null)
        {
            _log.Warning("The order book takes orders again");
        }
        else
        {
            _log.Error("{Obstacle}", obstacle);
        }
    }
}
