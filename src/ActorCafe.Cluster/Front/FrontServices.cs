using ActorCafe.Cluster.Hosts;
using ActorCafe.Cluster.Telemetry;

namespace ActorCafe.Cluster.Front;

/// <summary>What the host links of a front share.</summary>
/// <param name="incarnation">The unique id of this front's process in the cluster.</param>
internal sealed class FrontServices(int incarnation)
{
    private long _assignments;

    public int Incarnation { get; } = incarnation;

    public MachineRegistry Machines { get; init; } = new();

    /// <summary>The front's telemetry; null if it has none.</summary>
    public FrontTelemetry? Telemetry { get; init; }

    /// <summary>A number that no other stretch of a host's availability has.</summary>
    public long NextEpoch() => Interlocked.Increment(ref _assignments);

    /// <summary>An assignment that no other of this process equals; later ones have higher numbers.</summary>
    public Assignment NextAssignment() => new(Incarnation, Interlocked.Increment(ref _assignments));
}
