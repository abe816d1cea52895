using System.Collections.Immutable;
using System.Text.Json;
using System.Threading.Channels;
using ActorCafe.Cluster.Sweeping;
using ActorCafe.Shop;
using ActorCafe.Shop.Settings;
using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.TestKit;

namespace ActorCafe.Cluster.Tests.Sweeping;

/// <summary>Probes with remote addresses act as workers. The test decides when they are polled.</summary>
public sealed class SweepCoordinatorTests : Akka.TestKit.Xunit2.TestKit
{
    private readonly Channel<SweepEvent> _events = Channel.CreateUnbounded<SweepEvent>();
    private readonly Dictionary<string, RemoteProbe> _nodes = [];

    public SweepCoordinatorTests()
        : base("akka { loglevel = error, test.single-expect-default = 30s }")
    {
    }

    [Fact]
    public async Task Runs_all_tasks_and_combines_the_replications_of_each_point_in_order()
    {
        var coordinator = Coordinator(points: 2, replications: 3);
        var node = Join(coordinator, "a", parallel: 2);
        var unfinished = new Stack<SweepMessage.RunReplication>([node.ExpectMsg<SweepMessage.RunReplication>()]);
        for (var given = 2; given <= 6; given++)
        {
            unfinished.Push(node.ExpectMsg<SweepMessage.RunReplication>());
            node.ExpectNoMsg(TimeSpan.Zero);
            // Answers the last task first.
            await AnswerAsync(coordinator, node, unfinished.Pop());
        }

        await AnswerAsync(coordinator, node, unfinished.Pop());

        var finished = (await _events.Reader.ReadAllAsync().ToListAsync()).OfType<SweepEvent.PointCompleted>().ToList();
        finished.Select(point => point.Point).ShouldBe([1, 0]);
        foreach (var point in finished)
        {
            await ShouldBeRightAsync(point, 3);
        }
    }

    [Fact]
    public async Task The_tasks_of_a_lost_node_go_to_another_before_all_others()
    {
        var coordinator = Coordinator(points: 3, replications: 1);
        var lost = Join(coordinator, "a", parallel: 2);
        lost.ExpectMsg<SweepMessage.RunReplication>().TaskId.ShouldBe(1);
        lost.ExpectMsg<SweepMessage.RunReplication>().TaskId.ShouldBe(2);
        var other = Join(coordinator, "b", parallel: 1);
        var third = other.ExpectMsg<SweepMessage.RunReplication>();
        third.TaskId.ShouldBe(3);

        coordinator.Tell(new SweepCoordinator.NodeLost(AddressOf("a")));
        await AnswerAsync(coordinator, other, third);
        await AnswerAsync(coordinator, other, other.ExpectMsg<SweepMessage.RunReplication>(play => play.TaskId.ShouldBe(1)));
        await AnswerAsync(coordinator, other, other.ExpectMsg<SweepMessage.RunReplication>(play => play.TaskId.ShouldBe(2)));

        var report = await OverAsync();
        report.Reassigned.ShouldBe(2);
        report.Nodes.ShouldBe([new SweepShare("b:1", 3)]);
    }

    [Fact]
    public async Task The_tasks_of_a_worker_that_ended_go_to_another()
    {
        var coordinator = Coordinator(points: 1, replications: 1);
        var ended = Join(coordinator, "a", parallel: 1);
        ended.ExpectMsg<SweepMessage.RunReplication>();
        var other = Join(coordinator, "b", parallel: 1);

        ((IInternalActorRef)coordinator).SendSystemMessage(new DeathWatchNotification(ended.Ref, existenceConfirmed: true, addressTerminated: false));

        await AnswerAsync(coordinator, other, other.ExpectMsg<SweepMessage.RunReplication>());
        (await OverAsync()).Reassigned.ShouldBe(1);
    }

    [Fact]
    public async Task The_late_answer_of_a_lost_node_is_not_counted_twice()
    {
        var coordinator = Coordinator(points: 1, replications: 2);
        var frozen = Join(coordinator, "a", parallel: 1);
        var late = frozen.ExpectMsg<SweepMessage.RunReplication>();
        coordinator.Tell(new SweepCoordinator.NodeLost(AddressOf("a")));
        var other = Join(coordinator, "b", parallel: 1);
        await AnswerAsync(coordinator, other, other.ExpectMsg<SweepMessage.RunReplication>(play => play.TaskId.ShouldBe(late.TaskId)));

        await AnswerAsync(coordinator, frozen, late);
        await AnswerAsync(coordinator, other, other.ExpectMsg<SweepMessage.RunReplication>());

        var report = await OverAsync();
        (report.Reassigned, report.Duplicates).ShouldBe((1L, 1L));
        report.Nodes.ShouldBe([new SweepShare("b:1", 2)]);
    }

    [Fact]
    public async Task A_late_answer_counts_if_it_is_the_first()
    {
        var coordinator = Coordinator(points: 1, replications: 1);
        var frozen = Join(coordinator, "a", parallel: 1);
        var late = frozen.ExpectMsg<SweepMessage.RunReplication>();
        coordinator.Tell(new SweepCoordinator.NodeLost(AddressOf("a")));

        await AnswerAsync(coordinator, frozen, late);

        var report = await OverAsync();
        (report.Reassigned, report.Duplicates).ShouldBe((0L, 0L));
    }

    [Fact]
    public void A_task_that_its_node_does_not_know_is_assigned_again()
    {
        var coordinator = Coordinator(points: 2, replications: 1);
        var node = Join(coordinator, "a", parallel: 2);
        node.ExpectMsg<SweepMessage.RunReplication>();
        node.ExpectMsg<SweepMessage.RunReplication>();

        // The answer to an earlier poll proves nothing.
        Report(coordinator, node, round: 0, unfinished: []);
        coordinator.Tell(SweepCoordinator.PollDue.Instance);
        var round = node.ExpectMsg<SweepMessage.PollCapacity>().Round;
        Report(coordinator, node, round, unfinished: [2]);

        node.ExpectMsg<SweepMessage.RunReplication>().TaskId.ShouldBe(1);
        node.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public async Task Reports_once_that_there_is_no_worker_and_continues_when_one_joins()
    {
        var coordinator = Coordinator(points: 1, replications: 1);
        for (var look = 0; look < 10; look++)
        {
            coordinator.Tell(SweepCoordinator.PollDue.Instance);
        }

        ((SweepEvent.Noticed)await _events.Reader.ReadAsync()).Line.ShouldStartWith("no node works for this sweep at the moment");
        var node = Join(coordinator, "a", parallel: 1);
        await AnswerAsync(coordinator, node, node.ExpectMsg<SweepMessage.RunReplication>());
        (await _events.Reader.ReadAsync()).ShouldBeOfType<SweepEvent.PointCompleted>();
    }

    [Fact]
    public async Task A_node_of_another_build_gets_no_task_and_is_reported_once()
    {
        var coordinator = Coordinator(points: 1, replications: 1);
        var strange = Join(coordinator, "a", parallel: 4, build: "actorcafe 9.9 on a typewriter");
        Report(coordinator, strange, 0, [], 4, "actorcafe 9.9 on a typewriter");
        var own = Join(coordinator, "b", parallel: 1);
        await AnswerAsync(coordinator, own, own.ExpectMsg<SweepMessage.RunReplication>());

        strange.ExpectNoMsg(TimeSpan.Zero);
        var said = new List<SweepEvent>();
        await foreach (var fact in _events.Reader.ReadAllAsync())
        {
            said.Add(fact);
        }

        said.OfType<SweepEvent.Noticed>().Single().Line.ShouldStartWith("a:1 gets no tasks: it runs actorcafe 9.9 on a typewriter, this sweep ");
    }

    [Fact]
    public async Task A_point_that_fails_fails_once_and_the_others_go_on()
    {
        var coordinator = Coordinator(points: 2, replications: 2);
        var node = Join(coordinator, "a", parallel: 2);
        node.ExpectMsg<SweepMessage.RunReplication>();
        node.ExpectMsg<SweepMessage.RunReplication>();
        coordinator.Tell(new SweepMessage.ReplicationFailed(1, "deadlock"), node.Ref);
        coordinator.Tell(new SweepMessage.ReplicationFailed(2, "deadlock"), node.Ref);
        await AnswerAsync(coordinator, node, node.ExpectMsg<SweepMessage.RunReplication>());
        await AnswerAsync(coordinator, node, node.ExpectMsg<SweepMessage.RunReplication>());

        var events = await _events.Reader.ReadAllAsync().ToListAsync();
        events.OfType<SweepEvent.PointFailed>().ShouldBe([new SweepEvent.PointFailed(0, "deadlock")]);
        events.OfType<SweepEvent.PointCompleted>().Single().Point.ShouldBe(1);
        events.OfType<SweepEvent.Progressed>().Last().Share.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_that_is_no_result_fails_its_point_alone()
    {
        var coordinator = Coordinator(points: 2, replications: 1);
        var node = Join(coordinator, "a", parallel: 1);
        node.ExpectMsg<SweepMessage.RunReplication>();
        coordinator.Tell(new SweepMessage.ReplicationCompleted(1, [.. "{}"u8]), node.Ref);
        coordinator.Tell(new SweepMessage.ReplicationCompleted(77, [.. "{}"u8]), node.Ref);
        await AnswerAsync(coordinator, node, node.ExpectMsg<SweepMessage.RunReplication>());

        var events = await _events.Reader.ReadAllAsync().ToListAsync();
        events.OfType<SweepEvent.PointFailed>().ShouldBe([new SweepEvent.PointFailed(0, "the answer of a:1 is no result of this shop")]);
        events.OfType<SweepEvent.PointCompleted>().Single().Point.ShouldBe(1);
    }

    [Fact]
    public async Task Stopped_early_it_reports_what_is_finished()
    {
        var coordinator = Coordinator(points: 5, replications: 1);
        var node = Join(coordinator, "a", parallel: 1);
        await AnswerAsync(coordinator, node, node.ExpectMsg<SweepMessage.RunReplication>());
        node.ExpectMsg<SweepMessage.RunReplication>();

        coordinator.Tell(SweepCoordinator.StopEarly.Instance);

        var over = await _events.Reader.ReadAllAsync().OfType<SweepEvent.Ended>().SingleAsync();
        over.Summary.Nodes.ShouldBe([new SweepShare("a:1", 1)]);
        over.IsWhole.ShouldBeFalse();
    }

    private static Address AddressOf(string node) => new("akka.tcp", "actorcafe", node, 1);

    private IActorRef Coordinator(int points, int replications) => Sys.ActorOf(SweepCoordinator.Props(
        new SweepJob([.. Enumerable.Repeat(new SweepJobPoint(PipelineResults.Shop, () => new ShopText("", [])), points)], replications),
        node => _nodes[node.Host].Ref,
        _events.Writer,
        TimeSpan.FromHours(1)));

    private RemoteProbe Join(IActorRef coordinator, string name, int parallel, string? build = null)
    {
        var node = _nodes[name] = new RemoteProbe(CreateTestProbe(), AddressOf(name));
        coordinator.Tell(new SweepCoordinator.NodeJoined(AddressOf(name)));
        Report(coordinator, node, node.ExpectMsg<SweepMessage.PollCapacity>().Round, [], parallel, build);
        return node;
    }

    private static void Report(IActorRef coordinator, RemoteProbe node, int round, ImmutableArray<long> unfinished, int parallel = 2, string? build = null) =>
        coordinator.Tell(new SweepMessage.CapacityReport(round, parallel, build ?? SweepBuild.Current, unfinished), node.Ref);

    private static async Task AnswerAsync(IActorRef coordinator, RemoteProbe node, SweepMessage.RunReplication play) =>
        coordinator.Tell(new SweepMessage.ReplicationCompleted(play.TaskId, [.. ResultBytes.Write(await PipelineResults.ResultAsync(play.Replication))]), node.Ref);

    private static async Task ShouldBeRightAsync(SweepEvent.PointCompleted finished, int replications)
    {
        var runs = await Task.WhenAll(Enumerable.Range(1, replications).Select(PipelineResults.ResultAsync));
        JsonSerializer.Serialize(finished.Result with { WallSeconds = 0 }).ShouldBe(JsonSerializer.Serialize(Simulation.Combine(runs, PipelineResults.Shop) with { WallSeconds = 0 }));
    }

    private async Task<SweepSummary> OverAsync()
    {
        var over = await _events.Reader.ReadAllAsync().OfType<SweepEvent.Ended>().SingleAsync();
        over.IsWhole.ShouldBeTrue();
        return over.Summary;
    }

    /// <summary>A probe with the address of another node.</summary>
    private sealed class RemoteProbe(TestProbe probe, Address address)
    {
        public IActorRef Ref { get; } = new ProbeRef(probe, address);

        public T ExpectMsg<T>(Action<T>? assert = null) => probe.ExpectMsg(assert ?? (_ => { }));

        public void ExpectNoMsg(TimeSpan time) => probe.ExpectNoMsg(time);

        private sealed class ProbeRef(TestProbe probe, Address address) : MinimalActorRef
        {
            public override ActorPath Path { get; } = new RootActorPath(address) / "user" / SweepWorker.Name;

            public override IActorRefProvider Provider => throw new NotSupportedException();

            protected override void TellInternal(object message, IActorRef sender) => probe.Ref.Tell(message, sender);
        }
    }
}
