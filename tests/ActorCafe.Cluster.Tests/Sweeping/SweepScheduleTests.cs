using ActorCafe.Cluster.Sweeping;
using ActorCafe.Shop.Settings;
using Akka.Actor;

namespace ActorCafe.Cluster.Tests.Sweeping;

public sealed class SweepScheduleTests
{
    private static readonly Address A = new("akka.tcp", "actorcafe", "a", 1);
    private static readonly Address B = new("akka.tcp", "actorcafe", "b", 1);

    [Fact]
    public void Tasks_are_numbered_by_point_and_replication()
    {
        var schedule = Schedule(points: 2, replications: 2);
        Start(schedule, A, parallel: 9);

        AssignAll(schedule, 0).Select(next => (next.Task.TaskId, next.Task.Replication)).ShouldBe([(1L, 1), (2L, 2), (3L, 1), (4L, 2)]);
    }

    [Fact]
    public void The_least_busy_node_gets_the_next_task_until_none_has_capacity()
    {
        var schedule = Schedule(points: 9, replications: 1);
        Start(schedule, A, parallel: 3);
        Start(schedule, B, parallel: 1);

        AssignAll(schedule, 0).Select(next => next.Node).ShouldBe([A, B, A, A]);
    }

    [Fact]
    public void A_node_without_worker_or_capacity_gets_nothing()
    {
        var schedule = Schedule(points: 1, replications: 1);
        schedule.Join(A);
        Start(schedule, B, parallel: 0);

        schedule.Assign(0).ShouldBeNull();
        schedule.HasWorkers.ShouldBeFalse();
        schedule.Reachable.ShouldBe([A, B]);
    }

    [Fact]
    public void The_tasks_of_a_lost_node_come_first_again_and_are_counted()
    {
        var schedule = Schedule(points: 4, replications: 1);
        Start(schedule, A, parallel: 2);
        AssignAll(schedule, 0);

        schedule.Lose(A);
        Start(schedule, B, parallel: 3);

        AssignAll(schedule, 0).Select(next => next.Task.TaskId).ShouldBe([1, 2, 3]);
        schedule.Summary.Reassigned.ShouldBe(2);
    }

    [Fact]
    public void A_restarted_worker_gets_the_tasks_of_the_former_one_again()
    {
        var schedule = Schedule(points: 1, replications: 1);
        Start(schedule, A, parallel: 1);
        AssignAll(schedule, 0);

        schedule.StartWorker(A);

        AssignAll(schedule, 0).Single().Task.TaskId.ShouldBe(1);
    }

    [Fact]
    public void Only_a_task_assigned_before_the_poll_can_be_missing_from_its_answer()
    {
        var schedule = Schedule(points: 2, replications: 1);
        Start(schedule, A, parallel: 1);
        AssignAll(schedule, round: 4);

        schedule.Report(A, 1, round: 4, []);
        schedule.Assign(5).ShouldBeNull();

        schedule.Report(A, 1, round: 5, []);
        schedule.Assign(5)!.Value.Task.TaskId.ShouldBe(1);
    }

    [Fact]
    public async Task A_point_completes_with_its_last_replication_and_a_second_result_is_a_duplicate()
    {
        var schedule = Schedule(points: 1, replications: 2);
        Start(schedule, A, parallel: 2);
        AssignAll(schedule, 0);

        schedule.Complete(A, await CompletedAsync(2)).ShouldBeNull();
        schedule.Complete(A, await CompletedAsync(2)).ShouldBeNull();
        schedule.Share.ShouldBe(0.5);
        schedule.Complete(A, await CompletedAsync(1)).ShouldBeOfType<SweepEvent.PointCompleted>().Result.Replications.ShouldBe(2);

        schedule.IsOver.ShouldBeTrue();
        schedule.Summary.Nodes.ShouldBe([new SweepShare("a:1", 2)]);
        schedule.Summary.Duplicates.ShouldBe(1);
    }

    [Fact]
    public void A_failed_task_fails_its_point_once()
    {
        var schedule = Schedule(points: 2, replications: 2);
        Start(schedule, A, parallel: 4);
        AssignAll(schedule, 0);

        schedule.Fail(A, new SweepMessage.ReplicationFailed(3, "deadlock")).ShouldBe(new SweepEvent.PointFailed(1, "deadlock"));
        schedule.Fail(A, new SweepMessage.ReplicationFailed(4, "deadlock")).ShouldBeNull();
        schedule.Fail(A, new SweepMessage.ReplicationFailed(77, "of another sweep")).ShouldBeNull();

        (schedule.Share, schedule.IsOver, schedule.Summary.Duplicates).ShouldBe((0.5, false, 0L));
    }

    private static SweepSchedule Schedule(int points, int replications) =>
        new(new SweepJob([.. Enumerable.Repeat(new SweepJobPoint(PipelineResults.Shop, () => new ShopText("", [])), points)], replications));

    private static void Start(SweepSchedule schedule, Address node, int parallel)
    {
        schedule.Join(node);
        schedule.StartWorker(node);
        schedule.Report(node, parallel, 0, []);
    }

    private static List<(Address Node, SweepMessage.RunReplication Task)> AssignAll(SweepSchedule schedule, int round)
    {
        var assigned = new List<(Address, SweepMessage.RunReplication)>();
        while (schedule.Assign(round) is { } next)
        {
            assigned.Add(next);
        }

        return assigned;
    }

    private static async Task<SweepMessage.ReplicationCompleted> CompletedAsync(int replication) =>
        new(replication, [.. ResultBytes.Write(await PipelineResults.ResultAsync(replication))]);
}
