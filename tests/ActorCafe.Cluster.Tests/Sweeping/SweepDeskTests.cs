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

/// <summary>Nodes are probes that seem to be elsewhere; looks are at the test's word.</summary>
public sealed class SweepDeskTests : Akka.TestKit.Xunit2.TestKit
{
    private readonly Channel<SweepFact> _facts = Channel.CreateUnbounded<SweepFact>();
    private readonly Dictionary<string, FarProbe> _nodes = [];

    public SweepDeskTests()
        : base("akka.loglevel = error")
    {
    }

    [Fact]
    public async Task Gives_out_all_pieces_and_tells_each_point_with_its_replications_in_their_order()
    {
        var desk = Desk(points: 2, replications: 3);
        var node = Join(desk, "a", parallel: 2);
        var inHand = new Stack<SweepMessage.Play>([node.ExpectMsg<SweepMessage.Play>()]);
        for (var given = 2; given <= 6; given++)
        {
            inHand.Push(node.ExpectMsg<SweepMessage.Play>());
            node.ExpectNoMsg(TimeSpan.Zero);
            // The one that came last is answered first.
            await AnswerAsync(desk, node, inHand.Pop());
        }

        await AnswerAsync(desk, node, inHand.Pop());

        var finished = (await _facts.Reader.ReadAllAsync().ToListAsync()).OfType<SweepFact.Finished>().ToList();
        finished.Select(point => point.Point).ShouldBe([1, 0]);
        foreach (var point in finished)
        {
            await ShouldBeRightAsync(point, 3);
        }
    }

    [Fact]
    public async Task Gives_what_a_lost_node_had_in_hand_to_another_before_all_else()
    {
        var desk = Desk(points: 3, replications: 1);
        var lost = Join(desk, "a", parallel: 2);
        lost.ExpectMsg<SweepMessage.Play>().Piece.ShouldBe(1);
        lost.ExpectMsg<SweepMessage.Play>().Piece.ShouldBe(2);
        var other = Join(desk, "b", parallel: 1);
        var third = other.ExpectMsg<SweepMessage.Play>();
        third.Piece.ShouldBe(3);

        desk.Tell(new SweepDesk.Lost(AddressOf("a")));
        await AnswerAsync(desk, other, third);
        await AnswerAsync(desk, other, other.ExpectMsg<SweepMessage.Play>(play => play.Piece.ShouldBe(1)));
        await AnswerAsync(desk, other, other.ExpectMsg<SweepMessage.Play>(play => play.Piece.ShouldBe(2)));

        var report = await OverAsync();
        report.GivenAgain.ShouldBe(2);
        report.Nodes.ShouldBe([new SweepShare("b:1", 3)]);
    }

    [Fact]
    public async Task Gives_what_a_helper_had_that_ended_to_another()
    {
        var desk = Desk(points: 1, replications: 1);
        var ended = Join(desk, "a", parallel: 1);
        ended.ExpectMsg<SweepMessage.Play>();
        var other = Join(desk, "b", parallel: 1);

        ((IInternalActorRef)desk).SendSystemMessage(new DeathWatchNotification(ended.Ref, existenceConfirmed: true, addressTerminated: false));

        await AnswerAsync(desk, other, other.ExpectMsg<SweepMessage.Play>());
        (await OverAsync()).GivenAgain.ShouldBe(1);
    }

    [Fact]
    public async Task Counts_the_late_answer_of_a_node_believed_dead_once()
    {
        var desk = Desk(points: 1, replications: 2);
        var frozen = Join(desk, "a", parallel: 1);
        var late = frozen.ExpectMsg<SweepMessage.Play>();
        desk.Tell(new SweepDesk.Lost(AddressOf("a")));
        var other = Join(desk, "b", parallel: 1);
        await AnswerAsync(desk, other, other.ExpectMsg<SweepMessage.Play>(play => play.Piece.ShouldBe(late.Piece)));

        await AnswerAsync(desk, frozen, late);
        await AnswerAsync(desk, other, other.ExpectMsg<SweepMessage.Play>());

        var report = await OverAsync();
        (report.GivenAgain, report.Duplicates).ShouldBe((1L, 1L));
        report.Nodes.ShouldBe([new SweepShare("b:1", 2)]);
    }

    [Fact]
    public async Task Takes_the_late_answer_where_it_is_the_first()
    {
        var desk = Desk(points: 1, replications: 1);
        var frozen = Join(desk, "a", parallel: 1);
        var late = frozen.ExpectMsg<SweepMessage.Play>();
        desk.Tell(new SweepDesk.Lost(AddressOf("a")));

        await AnswerAsync(desk, frozen, late);

        var report = await OverAsync();
        (report.GivenAgain, report.Duplicates).ShouldBe((0L, 0L));
    }

    [Fact]
    public void Gives_again_what_a_node_does_not_know_of()
    {
        var desk = Desk(points: 2, replications: 1);
        var node = Join(desk, "a", parallel: 2);
        node.ExpectMsg<SweepMessage.Play>();
        node.ExpectMsg<SweepMessage.Play>();

        // An answer to a question of before says nothing.
        Helps(desk, node, round: 0, inHand: []);
        desk.Tell(SweepDesk.Look.Instance);
        var round = node.ExpectMsg<SweepMessage.WhoHelps>().Round;
        Helps(desk, node, round, inHand: [2]);

        node.ExpectMsg<SweepMessage.Play>().Piece.ShouldBe(1);
        node.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public async Task Says_once_that_nobody_helps_and_goes_on_when_somebody_comes()
    {
        var desk = Desk(points: 1, replications: 1);
        for (var look = 0; look < 10; look++)
        {
            desk.Tell(SweepDesk.Look.Instance);
        }

        ((SweepFact.Said)await _facts.Reader.ReadAsync()).Line.ShouldStartWith("no node plays for this sweep at the moment");
        var node = Join(desk, "a", parallel: 1);
        await AnswerAsync(desk, node, node.ExpectMsg<SweepMessage.Play>());
        (await _facts.Reader.ReadAsync()).ShouldBeOfType<SweepFact.Finished>();
    }

    [Fact]
    public async Task Does_not_ask_a_node_that_would_play_to_other_numbers_and_says_so_once()
    {
        var desk = Desk(points: 1, replications: 1);
        var strange = Join(desk, "a", parallel: 4, build: "actorcafe 9.9 on a typewriter");
        Helps(desk, strange, 0, [], 4, "actorcafe 9.9 on a typewriter");
        var own = Join(desk, "b", parallel: 1);
        await AnswerAsync(desk, own, own.ExpectMsg<SweepMessage.Play>());

        strange.ExpectNoMsg(TimeSpan.Zero);
        var said = new List<SweepFact>();
        await foreach (var fact in _facts.Reader.ReadAllAsync())
        {
            said.Add(fact);
        }

        said.OfType<SweepFact.Said>().Single().Line.ShouldStartWith("a:1 is not asked: it plays by actorcafe 9.9 on a typewriter, this sweep by ");
    }

    [Fact]
    public async Task A_point_that_fails_fails_once_and_the_others_go_on()
    {
        var desk = Desk(points: 2, replications: 2);
        var node = Join(desk, "a", parallel: 2);
        node.ExpectMsg<SweepMessage.Play>();
        node.ExpectMsg<SweepMessage.Play>();
        desk.Tell(new SweepMessage.Failed(1, "deadlock"), node.Ref);
        desk.Tell(new SweepMessage.Failed(2, "deadlock"), node.Ref);
        await AnswerAsync(desk, node, node.ExpectMsg<SweepMessage.Play>());
        await AnswerAsync(desk, node, node.ExpectMsg<SweepMessage.Play>());

        var facts = await _facts.Reader.ReadAllAsync().ToListAsync();
        facts.OfType<SweepFact.Failed>().ShouldBe([new SweepFact.Failed(0, "deadlock")]);
        facts.OfType<SweepFact.Finished>().Single().Point.ShouldBe(1);
        facts.OfType<SweepFact.Progressed>().Last().Share.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_that_is_none_fails_its_point_alone()
    {
        var desk = Desk(points: 2, replications: 1);
        var node = Join(desk, "a", parallel: 1);
        node.ExpectMsg<SweepMessage.Play>();
        desk.Tell(new SweepMessage.Played(1, [.. "{}"u8]), node.Ref);
        desk.Tell(new SweepMessage.Played(77, [.. "{}"u8]), node.Ref);
        await AnswerAsync(desk, node, node.ExpectMsg<SweepMessage.Play>());

        var facts = await _facts.Reader.ReadAllAsync().ToListAsync();
        facts.OfType<SweepFact.Failed>().ShouldBe([new SweepFact.Failed(0, "the answer of a:1 is no result of this shop")]);
        facts.OfType<SweepFact.Finished>().Single().Point.ShouldBe(1);
    }

    [Fact]
    public async Task Closed_early_it_tells_what_there_is()
    {
        var desk = Desk(points: 5, replications: 1);
        var node = Join(desk, "a", parallel: 1);
        await AnswerAsync(desk, node, node.ExpectMsg<SweepMessage.Play>());
        node.ExpectMsg<SweepMessage.Play>();

        desk.Tell(SweepDesk.Close.Instance);

        var over = await _facts.Reader.ReadAllAsync().OfType<SweepFact.Over>().SingleAsync();
        over.Report.Nodes.ShouldBe([new SweepShare("a:1", 1)]);
        over.IsWhole.ShouldBeFalse();
    }

    private static Address AddressOf(string node) => new("akka.tcp", "actorcafe", node, 1);

    private IActorRef Desk(int points, int replications) => Sys.ActorOf(SweepDesk.Props(
        new SweepOrder([.. Enumerable.Repeat(new SweepOrderPoint(Played.Shop, () => new ShopText("", [])), points)], replications),
        node => _nodes[node.Host].Ref,
        _facts.Writer,
        TimeSpan.FromHours(1)));

    private FarProbe Join(IActorRef desk, string name, int parallel, string? build = null)
    {
        var node = _nodes[name] = new FarProbe(CreateTestProbe(), AddressOf(name));
        desk.Tell(new SweepDesk.Came(AddressOf(name)));
        Helps(desk, node, node.ExpectMsg<SweepMessage.WhoHelps>().Round, [], parallel, build);
        return node;
    }

    private static void Helps(IActorRef desk, FarProbe node, int round, ImmutableArray<long> inHand, int parallel = 2, string? build = null) =>
        desk.Tell(new SweepMessage.Helps(round, parallel, build ?? SweepBuild.Here, inHand), node.Ref);

    private static async Task AnswerAsync(IActorRef desk, FarProbe node, SweepMessage.Play play) =>
        desk.Tell(new SweepMessage.Played(play.Piece, [.. ResultBytes.Write(await Played.ResultAsync(play.Replication))]), node.Ref);

    private static async Task ShouldBeRightAsync(SweepFact.Finished finished, int replications)
    {
        var runs = await Task.WhenAll(Enumerable.Range(1, replications).Select(Played.ResultAsync));
        JsonSerializer.Serialize(finished.Result with { WallSeconds = 0 }).ShouldBe(JsonSerializer.Serialize(Simulation.Combine(runs, Played.Shop) with { WallSeconds = 0 }));
    }

    private async Task<SweepReport> OverAsync()
    {
        var over = await _facts.Reader.ReadAllAsync().OfType<SweepFact.Over>().SingleAsync();
        over.IsWhole.ShouldBeTrue();
        return over.Report;
    }

    /// <summary>A probe with the address of another node.</summary>
    private sealed class FarProbe(TestProbe probe, Address address)
    {
        public IActorRef Ref { get; } = new FarRef(probe, address);

        public T ExpectMsg<T>(Action<T>? assert = null) => probe.ExpectMsg(assert ?? (_ => { }));

        public void ExpectNoMsg(TimeSpan time) => probe.ExpectNoMsg(time);

        private sealed class FarRef(TestProbe probe, Address address) : MinimalActorRef
        {
            public override ActorPath Path { get; } = new RootActorPath(address) / "user" / SweepHelper.Name;

            public override IActorRefProvider Provider => throw new NotSupportedException();

            protected override void TellInternal(object message, IActorRef sender) => probe.Ref.Tell(message, sender);
        }
    }
}
