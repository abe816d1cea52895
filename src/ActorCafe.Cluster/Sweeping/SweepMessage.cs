using System.Collections.Immutable;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Cluster.Sweeping;

/// <summary>
/// The protocol between a sweep's <see cref="SweepCoordinator"/> and the <see cref="SweepWorker"/>s of a cluster. Work is pulled: a
/// worker reports how many tasks it can run at once and never gets more. A task is one replication of one point; its number is never reused.
/// </summary>
internal abstract record SweepMessage
{
    private SweepMessage()
    {
    }

    /// <summary>Coordinator to worker: asks for a <see cref="CapacityReport"/>. Repeated, so that a lost message is noticed.</summary>
    /// <param name="Round">The number of the poll.</param>
    public sealed record PollCapacity(int Round) : SweepMessage;

    /// <summary>Worker to coordinator: its capacity and current tasks.</summary>
    /// <param name="Round">The number of the poll.</param>
    /// <param name="Parallel">How many tasks it runs at once; 0: none.</param>
    /// <param name="Build">The program and the runtime of the worker.</param>
    /// <param name="Unfinished">The coordinator's tasks that it has not answered yet.</param>
    public sealed record CapacityReport(int Round, int Parallel, string Build, ImmutableArray<long> Unfinished) : SweepMessage;

    /// <summary>Coordinator to worker: runs a task.</summary>
    /// <param name="TaskId">The number of the task, from 1.</param>
    /// <param name="Replication">The replication of the point, from 1.</param>
    /// <param name="Shop">The shop.</param>
    public sealed record RunReplication(long TaskId, int Replication, ShopText Shop) : SweepMessage;

    /// <summary>Worker to coordinator: the result of a task.</summary>
    /// <param name="TaskId">The number of the task.</param>
    /// <param name="Result">The result as <see cref="ResultBytes"/> writes it.</param>
    public sealed record ReplicationCompleted(long TaskId, ImmutableArray<byte> Result) : SweepMessage;

    /// <summary>Worker to coordinator: the task can't be completed, on this node or any other.</summary>
    /// <param name="TaskId">The number of the task.</param>
    /// <param name="Reason">Why.</param>
    public sealed record ReplicationFailed(long TaskId, string Reason) : SweepMessage;
}
