using System.Diagnostics;
using ActorCafe.Cluster.Hosts;
using Akka.Actor;
using Akka.TestKit;
using Microsoft.Extensions.Time.Testing;

namespace ActorCafe.Cluster.Tests.Telemetry;

/// <summary>The test acts as the front and advances the clock.</summary>
[Collection(TelemetryCollection.Name)]
public sealed class VisitTraceTests : Akka.TestKit.Xunit2.TestKit
{
    private const string Order = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(6);

    private readonly ManualClock _shop = new();
    private readonly FakeTimeProvider _wall = new();
    private readonly SpanCollector _spans = new();

    public VisitTraceTests()
        : base("""
            akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit"
            cafe.dispatcher { type = Dispatcher }
            akka.test.single-expect-default = 30s
            """)
    {
        new HostEnvironment(TestShops.Pipeline(), _shop, _wall).InstallIn(Sys);
    }

    [Fact]
    public void Is_a_child_of_the_orders_span_and_ends_with_the_answer()
    {
        var machine = MachineThatTook(1);
        _spans.Ended.ShouldBeEmpty();

        Serve();
        ExpectMsg<HostMessage.Served>();

        var visit = _spans.Ended.ShouldHaveSingleItem();
        (visit.OperationName, visit.ParentId, visit.Status).ShouldBe(("machine", Order, ActivityStatusCode.Unset));
        (visit.GetTagItem("cafe.order"), visit.GetTagItem("cafe.stage"), visit.GetTagItem("cafe.station")).ShouldBe((7L, "machine", "machine-3"));
    }

    [Fact]
    public void Is_one_span_even_if_the_order_is_repeated()
    {
        var machine = MachineThatTook(1);
        machine.Tell(Brew(1), TestActor);
        ExpectMsg<HostMessage.Taken>();
        Serve();
        ExpectMsg<HostMessage.Served>();
        machine.Tell(Brew(1), TestActor);
        ExpectMsg<HostMessage.Served>();

        _spans.Ended.ShouldHaveSingleItem();
    }

    [Fact]
    public void Fails_when_the_order_is_given_back()
    {
        MachineThatTook(1);
        _wall.Advance(Lease + TimeSpan.FromMilliseconds(1));

        Serve();
        ExpectMsg<HostMessage.GivenBack>();

        Failure().ShouldBe("the lease ran out");
    }

    [Fact]
    public void Fails_when_the_host_stops()
    {
        var machine = MachineThatTook(1);

        machine.Tell(PoisonPill.Instance);
        ExpectMsg<HostMessage.GivenBack>();

        Failure().ShouldBe("the station closes");
    }

    [Fact]
    public void Fails_when_another_order_takes_its_place()
    {
        var machine = MachineThatTook(1);

        machine.Tell(Brew(2), TestActor);
        ExpectMsg<HostMessage.Taken>();

        Failure().ShouldBe("another order took its place");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00-not-a-trace-01")]
    public void Of_an_order_without_a_trace_is_none(string? trace)
    {
        var machine = Machine();
        machine.Tell(Brew(1) with { TraceParent = trace }, TestActor);
        ExpectMsg<HostMessage.Taken>();

        Serve();
        ExpectMsg<HostMessage.Served>();

        _spans.Ended.ShouldBeEmpty();
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _spans.Dispose();
    }

    private static HostMessage.Serve Brew(long assignment) => new(new Assignment(1, assignment), 7, "coffee", 2, 0, Lease, Order);

    private IActorRef Machine() => Sys.ActorOf(WorkerHost.Props("machine", "machine-3"));

    private IActorRef MachineThatTook(long assignment)
    {
        var machine = Machine();
        machine.Tell(Brew(assignment), TestActor);
        ExpectMsg<HostMessage.Taken>();
        return machine;
    }

    private void Serve()
    {
        AwaitAssert(() => _shop.Pending.Count.ShouldBe(1));
        _shop.Fire(_shop.Pending[0]);
    }

    private string? Failure()
    {
        var visit = _spans.Ended.ShouldHaveSingleItem();
        visit.Status.ShouldBe(ActivityStatusCode.Error);
        return visit.StatusDescription;
    }
}
