using ActorCafe.Cluster.Front;
using ActorCafe.Cluster.Tests.Cafe;
using ActorCafe.OrderBook;
using Akka.Actor;
using Akka.TestKit;

namespace ActorCafe.Cluster.Tests.Front;

/// <summary>A probe acts as the root of the front's actors.</summary>
public sealed class FrontSingletonTests : Akka.TestKit.Xunit2.TestKit
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly InMemoryOrderBook _book = new();
    private readonly FrontState _state = new();
    private readonly TestProbe _root;

    public FrontSingletonTests() => _root = CreateTestProbe();

    [Fact]
    public async Task Opens_with_the_open_orders_of_the_book()
    {
        await AcceptAsync("a");
        OpenedBook? started = null;

        Start(opened => started = opened);

        await _state.Opened.WaitAsync(Limit);
        started!.Open.ShouldHaveSingleItem().Id.ShouldBe("a");
        _state.Obstacle.ShouldBeNull();
    }

    [Fact]
    public async Task Passes_on_what_a_reread_book_has()
    {
        Start();
        await _state.Opened.WaitAsync(Limit);
        await AcceptAsync("a");

        _book.Reread();

        _root.ExpectMsg<OrderIntake.AdmitAll>().Orders.ShouldHaveSingleItem().Id.ShouldBe("a");
    }

    [Fact]
    public async Task Waits_for_a_book_that_another_process_still_has_and_says_so_once()
    {
        _book.IsHeldElsewhere = true;
        EventFilter.Error(contains: "Another process").ExpectOne(() =>
        {
            Start();
            AwaitAssert(() => _state.Obstacle.ShouldBe("Another process has the book."));
        });

        _book.IsHeldElsewhere = false;

        await _state.Opened.WaitAsync(Limit);
    }

    [Fact]
    public async Task Fails_if_a_process_outside_the_cluster_has_the_book()
    {
        _book.IsHeldElsewhere = true;

        Start(isHeldByStranger: true);

        (await _state.Failed.WaitAsync(Limit)).ShouldBe("Another process has the book.");
    }

    [Fact]
    public async Task Says_once_why_the_book_takes_no_orders_and_when_it_does_again()
    {
        Start();
        await _state.Opened.WaitAsync(Limit);

        EventFilter.Error(contains: "the file is gone").ExpectOne(Limit, () => _book.Obstacle = "the file is gone");
        EventFilter.Warning(contains: "takes orders again").ExpectOne(Limit, () => _book.Obstacle = null);
    }

    [Fact]
    public async Task Fails_when_the_actors_of_the_front_end()
    {
        Start();
        await _state.Opened.WaitAsync(Limit);

        Sys.Stop(_root);

        (await _state.Failed.WaitAsync(Limit)).ShouldStartWith("the front's actors ended unexpectedly");
        _state.Front.ShouldBeNull();
    }

    [Fact]
    public async Task Fails_when_it_is_stopped_by_anybody_but_its_manager()
    {
        var singleton = Start();
        await _state.Opened.WaitAsync(Limit);

        singleton.Tell(Kill.Instance);

        (await _state.Failed.WaitAsync(Limit)).ShouldStartWith("the front's actors were stopped");
    }

    [Fact]
    public async Task Closes_its_actors_and_then_the_book_before_another_front_opens()
    {
        var singleton = Start();
        await _state.Opened.WaitAsync(Limit);
        Watch(_root);
        Watch(singleton);

        singleton.Tell(FrontSingleton.Close.Instance);

        ExpectTerminated(_root);
        ExpectTerminated(singleton);
        _book.IsDisposed.ShouldBeTrue();
        _state.Failed.IsCompleted.ShouldBeFalse();
        _state.Obstacle.ShouldBe("it is closing");
    }

    private IActorRef Start(Action<OpenedBook>? started = null, bool isHeldByStranger = false) => Sys.ActorOf(FrontSingleton.Props(
        _book,
        isHeldByStranger,
        _state,
        opened =>
        {
            started?.Invoke(opened);
            return _root;
        },
        _ => new NoFront()));

    private Task<Acceptance> AcceptAsync(string id) => _book.AcceptAsync(new NewOrder(id, "coffee", null, DateTimeOffset.UnixEpoch), CancellationToken.None);

    private sealed class NoFront : ICafeFront
    {
        public CafeStatus Status => throw new NotSupportedException();

        public Task<Acceptance> PlaceAsync(string id, string drink, string? customer, System.Diagnostics.ActivityContext caller, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task<BookedOrder?> FindAsync(string id, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
