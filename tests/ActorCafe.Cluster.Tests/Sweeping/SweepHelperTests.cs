using System.Collections.Concurrent;
using ActorCafe.Cluster.Sweeping;
using ActorCafe.Shop;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using Akka.Actor;

namespace ActorCafe.Cluster.Tests.Sweeping;

/// <summary>Pieces end when the test says so.</summary>
public sealed class SweepHelperTests : Akka.TestKit.Xunit2.TestKit
{
    private static readonly ShopText Shop = new("", []);
    private readonly ConcurrentDictionary<int, (TaskCompletionSource<ShopResult> End, CancellationToken Closing)> _begun = [];

    public SweepHelperTests()
        : base("akka.loglevel = error")
    {
    }

    [Fact]
    public async Task Plays_as_many_pieces_at_once_as_it_is_set_to_and_the_others_after_them()
    {
        var helper = Helper(parallel: 2);
        foreach (var piece in new[] { 1, 2, 3 })
        {
            helper.Tell(new SweepMessage.Play(piece, piece, Shop), TestActor);
        }

        await BeginsAsync(2);
        InHand(helper).ShouldBe([1, 2, 3]);
        _begun.Keys.ShouldNotContain(3);
        _begun[2].End.SetResult(await Played.ResultAsync(2));
        ExpectMsg<SweepMessage.Played>().Piece.ShouldBe(2);
        await BeginsAsync(3);
        InHand(helper).ShouldBe([1, 3]);
    }

    [Fact]
    public async Task Answers_with_every_number_as_it_was()
    {
        var helper = Helper(parallel: 1);
        helper.Tell(new SweepMessage.Play(9, 1, Shop), TestActor);
        await BeginsAsync(1);
        var result = await Played.ResultAsync(1);
        _begun[1].End.SetResult(result);

        ResultBytes.Read(ExpectMsg<SweepMessage.Played>().Result.AsSpan()).Checksum.ShouldBe(result.Checksum);
    }

    [Fact]
    public async Task Says_why_a_piece_fails_and_goes_on()
    {
        var helper = Helper(parallel: 1);
        helper.Tell(new SweepMessage.Play(1, 1, Shop), TestActor);
        helper.Tell(new SweepMessage.Play(2, 2, Shop), TestActor);
        await BeginsAsync(1);
        _begun[1].End.SetException(new ShopFailedException("deadlock: nobody can go on"));
        ExpectMsg(new SweepMessage.Failed(1, "deadlock: nobody can go on"));

        await BeginsAsync(2);
        _begun[2].End.SetException(new InvalidOperationException("oh"));
        ExpectMsg(new SweepMessage.Failed(2, "something unforeseen went wrong: oh"));
    }

    [Fact]
    public async Task Does_not_begin_again_what_it_is_told_again()
    {
        var helper = Helper(parallel: 2);
        helper.Tell(new SweepMessage.Play(1, 1, Shop), TestActor);
        await BeginsAsync(1);
        helper.Tell(new SweepMessage.Play(1, 5, Shop), TestActor);

        InHand(helper).ShouldBe([1]);
        _begun.Keys.ShouldBe([1]);
    }

    [Fact]
    public async Task Drops_what_a_sweep_wanted_that_is_gone_and_plays_for_the_others()
    {
        var helper = Helper(parallel: 1);
        var gone = CreateTestProbe();
        helper.Tell(new SweepMessage.Play(1, 1, Shop), gone);
        helper.Tell(new SweepMessage.Play(2, 2, Shop), gone);
        helper.Tell(new SweepMessage.Play(1, 3, Shop), TestActor);
        await BeginsAsync(1);

        Sys.Stop(gone);
        await AwaitConditionAsync(() => Task.FromResult(_begun[1].Closing.IsCancellationRequested));
        _begun[1].End.SetResult(await Played.ResultAsync(1) with { Interrupted = true });

        await BeginsAsync(3);
        _begun.Keys.ShouldNotContain(2);
    }

    [Fact]
    public void That_is_switched_off_says_so_and_takes_nothing()
    {
        var helper = Helper(parallel: 0);
        helper.Tell(new SweepMessage.Play(1, 1, Shop), TestActor);

        InHand(helper).ShouldBeEmpty();
        helper.Tell(new SweepMessage.WhoHelps(4), TestActor);
        var answer = ExpectMsg<SweepMessage.Helps>();
        (answer.Round, answer.Parallel, answer.Build).ShouldBe((4, 0, SweepBuild.Here));
    }

    [Fact]
    public void Plays_for_nobody_who_is_no_sweep_of_its_cluster()
    {
        var helper = Helper(parallel: 1, isSweep: false);
        helper.Tell(new SweepMessage.WhoHelps(1), TestActor);
        helper.Tell(new SweepMessage.Play(1, 1, Shop), TestActor);
        Sys.Stop(helper);
        Watch(helper);

        ExpectTerminated(helper);
        _begun.ShouldBeEmpty();
    }

    [Fact]
    public async Task Lets_go_of_everything_when_its_node_closes()
    {
        var helper = Helper(parallel: 1);
        helper.Tell(new SweepMessage.Play(1, 1, Shop), TestActor);
        await BeginsAsync(1);

        Sys.Stop(helper);

        await AwaitConditionAsync(() => Task.FromResult(_begun[1].Closing.IsCancellationRequested));
    }

    private IActorRef Helper(int parallel, bool isSweep = true) => Sys.ActorOf(SweepHelper.Props(parallel, (_, replication, closing) =>
    {
        var end = new TaskCompletionSource<ShopResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        _begun[replication] = (end, closing);
        return end.Task;
    }, _ => isSweep));

    private Task BeginsAsync(int replication) => AwaitConditionAsync(() => Task.FromResult(_begun.ContainsKey(replication)));

    private long[] InHand(IActorRef helper)
    {
        helper.Tell(new SweepMessage.WhoHelps(0), TestActor);
        return [.. ExpectMsg<SweepMessage.Helps>().InHand];
    }
}
