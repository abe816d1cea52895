using System.Collections.Immutable;
using ActorCafe.Shop;
using Akka.Actor;

namespace ActorCafe.Cluster.Sweeping;

/// <summary>
/// Decides which node runs the next task of a sweep: the least busy one with capacity. Tasks are reassigned if their node is lost, restarts
/// or does not know them. The first result of a task counts; every node computes the same.
/// </summary>
internal sealed class SweepSchedule(SweepJob job)
{
    private readonly SweepTasks _tasks = new(job.Points.Length, job.Replications);
    private readonly Dictionary<Address, Node> _nodes = [];
    private long _reassigned;
    private long _duplicates;

    /// <summary>Whether every point is completed or failed.</summary>
    public bool IsOver => _tasks.AreOver;

    /// <summary>The share of the work that is done, from 0 to 1.</summary>
    public double Share => _tasks.Share;

    /// <summary>Whether any node can run tasks, now or when it has finished others.</summary>
    public bool HasWorkers => _nodes.Values.Any(node => node.Works);

    public IEnumerable<Address> Reachable => _nodes.Values.Where(node => node.IsReachable).Select(node => node.Address);

    public SweepSummary Summary => new(
        [.. _nodes.Values.Where(node => node.Completed > 0).Select(node => new SweepShare(SweepShare.NameOf(node.Address), node.Completed))],
        _reassigned,
        _duplicates);

    public bool IsReachable(Address address) => _nodes.TryGetValue(address, out var node) && node.IsReachable;

    /// <summary>A node is a member, and reachable.</summary>
    public void Join(Address address)
    {
        if (!_nodes.TryGetValue(address, out var node))
        {
            _nodes[address] = node = new Node(address);
        }

        node.IsReachable = true;
    }

    /// <summary>A node has left, or is unreachable.</summary>
    public void Lose(Address address)
    {
        if (_nodes.TryGetValue(address, out var node))
        {
            node.IsReachable = false;
            ReturnTasks(node, _ => true);
        }
    }

    /// <summary>A known node has a new worker, perhaps after a restart, that knows none of the earlier tasks.</summary>
    public void StartWorker(Address address)
    {
        _nodes[address].HasWorker = true;
        ReturnTasks(_nodes[address], _ => true);
    }

    /// <summary>The worker of a known node has ended.</summary>
    public void EndWorker(Address address)
    {
        _nodes[address].HasWorker = false;
        ReturnTasks(_nodes[address], _ => true);
    }

    /// <summary>Updates the capacity of a known node.</summary>
    /// <param name="address">The node.</param>
    /// <param name="parallel">How many tasks it runs at once.</param>
    /// <param name="round">The number of the answered poll.</param>
    /// <param name="unfinished">The tasks that it has not answered yet.</param>
    public void Report(Address address, int parallel, int round, ImmutableArray<long> unfinished)
    {
        var node = _nodes[address];
        node.Parallel = parallel;

        // A task that was assigned before this poll but is unknown to the node was lost in transit, in either direction.
        ReturnTasks(node, id => node.Tasks[id] < round && !unfinished.Contains(id));
    }

    /// <summary>Assigns the next task, in this round of polls; null if there is no task or no capacity.</summary>
    public (Address Node, SweepMessage.RunReplication Task)? Assign(int round)
    {
        if (_nodes.Values.Where(node => node.HasCapacity).MinBy(node => node.Tasks.Count) is not { } node || _tasks.Take() is not { } next)
        {
            return null;
        }

        var (id, point, replication) = next.Task;
        _reassigned += next.IsRepeated ? 1 : 0;
        node.Tasks[id] = round;
        return (node.Address, new SweepMessage.RunReplication(id, replication, job.Points[point].Text()));
    }

    /// <summary>Counts a result, if it is the first of its task.</summary>
    /// <returns>The completed or failed point; null if it is still incomplete.</returns>
    public SweepEvent? Complete(Address address, SweepMessage.ReplicationCompleted completed)
    {
        var id = completed.TaskId;
        var node = _nodes.GetValueOrDefault(address);
        node?.Tasks.Remove(id);
        if (_tasks.IsDone(id))
        {
            _duplicates++;
            return null;
        }

        var point = _tasks.Of(id).Point;
        var settings = job.Points[point].Settings;
        if (ResultBytes.TryRead(completed.Result.AsSpan(), settings) is not { } result)
        {
            return Fail(id, $"the answer of {SweepShare.NameOf(address)} is no result of this shop");
        }

        if (node is not null)
        {
            node.Completed++;
        }

        return _tasks.Complete(id, result) is { IsEmpty: false } runs
            ? new SweepEvent.PointCompleted(point, Simulation.Combine(runs, settings) with { WallSeconds = runs.Sum(run => run.WallSeconds) })
            : null;
    }

    /// <summary>Gives up the whole point of a task.</summary>
    /// <returns>The failed point; null if the task was no longer needed.</returns>
    public SweepEvent? Fail(Address address, SweepMessage.ReplicationFailed failed)
    {
        _nodes.GetValueOrDefault(address)?.Tasks.Remove(failed.TaskId);
        return _tasks.IsDone(failed.TaskId) ? null : Fail(failed.TaskId, failed.Reason);
    }

    private SweepEvent.PointFailed Fail(long id, string reason)
    {
        _tasks.Fail(id);
        return new SweepEvent.PointFailed(_tasks.Of(id).Point, reason);
    }

    private void ReturnTasks(Node node, Func<long, bool> isLost)
    {
        foreach (var id in node.Tasks.Keys.Where(isLost).ToArray())
        {
            node.Tasks.Remove(id);
            _tasks.Return(id);
        }
    }

    private sealed class Node(Address address)
    {
        public Address Address { get; } = address;

        public bool IsReachable { get; set; }

        public bool HasWorker { get; set; }

        public int Parallel { get; set; }

        /// <summary>The assigned tasks, each with the round in which it was assigned.</summary>
        public Dictionary<long, int> Tasks { get; } = [];

        public long Completed { get; set; }

        public bool Works => IsReachable && HasWorker && Parallel > 0;

        public bool HasCapacity => Works && Tasks.Count < Parallel;
    }
}
