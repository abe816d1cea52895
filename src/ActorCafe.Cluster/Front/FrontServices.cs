using ActorCafe.Cluster.Hosts;
using ActorCafe.Cluster.Telemetry;

namespace ActorCafe.Cluster.Front;

/// <summary>State and services that the actors of a front share.</summary>
/// <param name="incarnation">The unique id of this front's process in the cluster.</param>
internal sealed class FrontServices(int incarnation)
{
    private long _lastNumber;

    public int Incarnation { get; } = incarnation;

    public FrontState State { get; } = new();

    public MachineRegistry Machines { get; init; } = new();

    /// <summary>The front's telemetry; null if it has none.</summary>
    public FrontTelemetry? Telemetry { get; init; }

    /// <summary>Returns a unique number for a period in which a host is available.</summary>
    public long NextEpoch() => Interlocked.Increment(ref _lastNumber);

    /// <summary>Returns an assignment that is unique in this process; later ones have higher numbers.</summary>
    public Assignment NextAssignment() => new(Incarnation, Interlocked.Increment(ref _lastNumber));
}
