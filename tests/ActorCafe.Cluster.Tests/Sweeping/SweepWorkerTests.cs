using System.Collections.Concurrent;
using ActorCafe.Cluster.Sweeping;
using ActorCafe.Shop;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;
using Akka.Actor;

namespace ActorCafe.Cluster.Tests.Sweeping;

/// <summary>The test decides when a task ends.</summary>
public sealed class SweepWorkerTests : Akka.TestKit.Xunit2.TestKit
{
    private static readonly ShopText Shop = new("", []);
    private readonly ConcurrentDictionary<int, (TaskCompletionSource<ShopResult> End, CancellationToken Closing)> _begun = [];

    public SweepWorkerTests()
        : base("akka { loglevel = error, test.single-expect-default = 30s }")
    {
    }

    [Fact]
    public async Task Runs_as_many_tasks_at_once_as_configured_and_the_others_afterwards()
    {
        var worker = Worker(parallel: 2);
        foreach (var task in new[] { 1, 2, 3 })
        {
            worker.Tell(new SweepMessage.RunReplication(task, task, Shop), TestActor);
        }

        await BeginsAsync(2);
        Unfinished(worker).ShouldBe([1, 2, 3]);
        _begun.Keys.ShouldNotContain(3);
        _begun[2].End.SetResult(await PipelineResults.ResultAsync(2));
        ExpectMsg<SweepMessage.ReplicationCompleted>().TaskId.ShouldBe(2);
        await BeginsAsync(3);
        Unfinished(worker).ShouldBe([1, 3]);
    }

    [Fact]
    public async Task Answers_with_every_number_as_it_was()
    {
        var worker = Worker(parallel: 1);
        worker.Tell(new SweepMessage.RunReplication(9, 1, Shop), TestActor);
        await BeginsAsync(1);
        var result = await PipelineResults.ResultAsync(1);
        _begun[1].End.SetResult(result);

        ResultBytes.Read(ExpectMsg<SweepMessage.ReplicationCompleted>().Result.AsSpan()).Checksum.ShouldBe(result.Checksum);
    }

    [Fact]
    public async Task Reports_why_a_task_failed_and_continues()
    {
        var worker = Worker(parallel: 1);
        worker.Tell(new SweepMessage.RunReplication(1, 1, Shop), TestActor);
        worker.Tell(new SweepMessage.RunReplication(2, 2, Shop), TestActor);
        await BeginsAsync(1);
        _begun[1].End.SetException(new ShopFailedException("deadlock: nobody can go on"));
        ExpectMsg(new SweepMessage.ReplicationFailed(1, "deadlock: nobody can go on"));

        await BeginsAsync(2);
        _begun[2].End.SetException(new InvalidOperationException("oh"));
        ExpectMsg(new SweepMessage.ReplicationFailed(2, "something unforeseen went wrong: oh"));
    }

    [Fact]
    public async Task Does_not_run_a_task_twice()
    {
        var worker = Worker(parallel: 2);
        worker.Tell(new SweepMessage.RunReplication(1, 1, Shop), TestActor);
        await BeginsAsync(1);
        worker.Tell(new SweepMessage.RunReplication(1, 5, Shop), TestActor);

        Unfinished(worker).ShouldBe([1]);
        _begun.Keys.ShouldBe([1]);
    }

    [Fact]
    public async Task Drops_the_tasks_of_a_sweep_that_is_gone_and_continues_with_the_others()
    {
        var worker = Worker(parallel: 1);
        var gone = CreateTestProbe();
        worker.Tell(new SweepMessage.RunReplication(1, 1, Shop), gone);
        worker.Tell(new SweepMessage.RunReplication(2, 2, Shop), gone);
        worker.Tell(new SweepMessage.RunReplication(1, 3, Shop), TestActor);
        await BeginsAsync(1);

        Sys.Stop(gone);
        await AwaitConditionAsync(() => Task.FromResult(_begun[1].Closing.IsCancellationRequested));
        _begun[1].End.SetResult(await PipelineResults.ResultAsync(1) with { Interrupted = true });

        await BeginsAsync(3);
        _begun.Keys.ShouldNotContain(2);
    }

    [Fact]
    public void Switched_off_it_reports_no_capacity_and_accepts_no_task()
    {
        var worker = Worker(parallel: 0);
        worker.Tell(new SweepMessage.RunReplication(1, 1, Shop), TestActor);

        Unfinished(worker).ShouldBeEmpty();
        worker.Tell(new SweepMessage.PollCapacity(4), TestActor);
        var answer = ExpectMsg<SweepMessage.CapacityReport>();
        (answer.Round, answer.Parallel, answer.Build).ShouldBe((4, 0, SweepBuild.Current));
    }

    [Fact]
    public void Ignores_senders_that_are_no_sweep_of_its_cluster()
    {
        var worker = Worker(parallel: 1, isSweep: false);
        worker.Tell(new SweepMessage.PollCapacity(1), TestActor);
        worker.Tell(new SweepMessage.RunReplication(1, 1, Shop), TestActor);
        Sys.Stop(worker);
        Watch(worker);

        ExpectTerminated(worker);
        _begun.ShouldBeEmpty();
    }

    [Fact]
    public async Task Cancels_everything_when_its_node_closes()
    {
        var worker = Worker(parallel: 1);
        worker.Tell(new SweepMessage.RunReplication(1, 1, Shop), TestActor);
        await BeginsAsync(1);

        Sys.Stop(worker);

        await AwaitConditionAsync(() => Task.FromResult(_begun[1].Closing.IsCancellationRequested));
    }

    private IActorRef Worker(int parallel, bool isSweep = true) => Sys.ActorOf(SweepWorker.Props(parallel, (_, replication, closing) =>
    {
        var end = new TaskCompletionSource<ShopResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        _begun[replication] = (end, closing);
        return end.Task;
    }, _ => isSweep));

    private Task BeginsAsync(int replication) => AwaitConditionAsync(() => Task.FromResult(_begun.ContainsKey(replication)));

    private long[] Unfinished(IActorRef worker)
    {
        worker.Tell(new SweepMessage.PollCapacity(0), TestActor);
        return [.. ExpectMsg<SweepMessage.CapacityReport>().Unfinished];
    }
}
