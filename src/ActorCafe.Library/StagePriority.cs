namespace ActorCafe;

/// <summary>Whether a stage looks at the priority of drinks.</summary>
public enum StagePriority
{
    /// <summary>First come, first served.</summary>
    Off,

    /// <summary>The highest priority is served first.</summary>
    On,

    /// <summary>As <see cref="On"/>, and an arriving order interrupts the service of one with a lower priority.</summary>
    Preemptive,
}
