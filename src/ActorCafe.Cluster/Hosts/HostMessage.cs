namespace ActorCafe.Cluster.Hosts;

/// <summary>The protocol between a worker's link at the front and its host on another node. Each message has its own protobuf type on the wire.</summary>
internal abstract record HostMessage
{
    private HostMessage()
    {
    }

    /// <summary>
    /// Front to host: serve this order. Repeated until answered: this renews the lease and reaches a host that has replaced a lost one.
    /// </summary>
    /// <param name="Assignment">The assignment, which the answer repeats.</param>
    /// <param name="Order">The order's number.</param>
    /// <param name="Drink">The name of the drink.</param>
    /// <param name="NextStep">The index in the recipe of the next step, from 0.</param>
    /// <param name="Repetition">How often that step has been done already.</param>
    /// <param name="Lease">A host that has not heard from the front for this long drops the order, because another worker may have it.</param>
    /// <param name="TraceParent">The W3C trace context of the order; null if it is not traced.</param>
    public sealed record Serve(Assignment Assignment, long Order, string Drink, int NextStep, int Repetition, TimeSpan Lease, string? TraceParent) : HostMessage;

    /// <summary>Front to host: the answer has arrived; forget the assignment.</summary>
    public sealed record ServedAcknowledged(Assignment Assignment) : HostMessage;

    /// <summary>Front to host: asks for <see cref="Located"/>.</summary>
    /// <param name="Front">The unique id of the front process that asks.</param>
    public sealed record Locate(int Front) : HostMessage;

    /// <summary>Host to front: it runs on the sender's node.</summary>
    /// <param name="Name">The host's name, such as <c>machine-3</c>; empty if it has none.</param>
    /// <param name="Incarnation">Unique to this start of the host on its node.</param>
    /// <param name="InHand">The current assignment; null if it is idle.</param>
    public sealed record Located(string Name, long Incarnation, Assignment? InHand) : HostMessage;

    /// <summary>Host to front: it has accepted the order.</summary>
    public sealed record Taken(Assignment Assignment) : HostMessage;

    /// <summary>Host to front: the order is served. Repeated until acknowledged.</summary>
    /// <param name="Order">The order's number.</param>
    /// <param name="NextStep">The index in the recipe of the next step; the recipe's length when all steps are done.</param>
    /// <param name="Repetition">How often that step has been done already; above 0: it must be remade.</param>
    /// <param name="Service">The service time, shop time.</param>
    public sealed record Served(Assignment Assignment, long Order, int NextStep, int Repetition, TimeSpan Service) : HostMessage;

    /// <summary>Host to front: the order will not be served here.</summary>
    /// <param name="Reason">Why, for the log.</param>
    public sealed record GivenBack(Assignment Assignment, string Reason) : HostMessage;

    /// <summary>Host to front: it stops while idle and must be located again.</summary>
    /// <param name="Name">The host's name; empty if it has none.</param>
    public sealed record Closed(string Name) : HostMessage;
}
