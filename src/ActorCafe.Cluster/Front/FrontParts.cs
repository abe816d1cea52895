using ActorCafe.Cluster.Kitchen;
using ActorCafe.Cluster.Telemetry;

namespace ActorCafe.Cluster.Front;

/// <summary>What the remote workers of a front share.</summary>
/// <param name="incarnation">The unique id of this front's process in the cluster.</param>
internal sealed class FrontParts(int incarnation)
{
    private long _assignments;

    public int Incarnation { get; } = incarnation;

    public MachineBoard Machines { get; init; } = new();

    /// <summary>What the front lets be known; null: nothing.</summary>
    public FrontTelemetry? Telemetry { get; init; }

    /// <summary>An assignment that no other of this process equals; those made later have higher numbers.</summary>
    public Assignment NextAssignment() => new(Incarnation, Interlocked.Increment(ref _assignments));
}
