namespace ActorCafe.Cluster.Hosts;

/// <summary>What a worker's link at the front and its host on another node tell each other. Each is a protobuf message of its own on the wire.</summary>
public abstract record HostMessage
{
    private HostMessage()
    {
    }

    /// <summary>
    /// Front to host: serve this order. Repeated while the assignment stands, which renews the lease and finds the host that has replaced a lost one.
    /// </summary>
    /// <param name="Assignment">The assignment, which the answer repeats.</param>
    /// <param name="Order">The order's number.</param>
    /// <param name="Drink">What was ordered.</param>
    /// <param name="NextStep">The place in the recipe of the next step, from 0.</param>
    /// <param name="Repetition">How often that step has been done already.</param>
    /// <param name="Lease">A host that has not heard from the front for this long drops the order: it belongs to another by then.</param>
    /// <param name="TraceParent">The W3C trace context of the order; null if it is not traced.</param>
    public sealed record Serve(Assignment Assignment, long Order, string Drink, int NextStep, int Repetition, TimeSpan Lease, string? TraceParent) : HostMessage;

    /// <summary>Front to host: the answer has arrived; forget the assignment.</summary>
    public sealed record ServedAcknowledged(Assignment Assignment) : HostMessage;

    /// <summary>Front to host: where are you?</summary>
    /// <param name="Front">The unique id of the front process that asks.</param>
    public sealed record Locate(int Front) : HostMessage;

    /// <summary>Host to front: here.</summary>
    /// <param name="Name">The host's name, <c>machine-3</c>; empty if it has none of its own.</param>
    /// <param name="Incarnation">Unique to this start of the host on its node.</param>
    /// <param name="InHand">What it is serving; null if nothing.</param>
    public sealed record Located(string Name, long Incarnation, Assignment? InHand) : HostMessage;

    /// <summary>Host to front: the order is in hand.</summary>
    public sealed record Taken(Assignment Assignment) : HostMessage;

    /// <summary>Host to front: the order is served. Repeated until acknowledged.</summary>
    /// <param name="Order">The order's number.</param>
    /// <param name="NextStep">The place in the recipe of the next step; the recipe's length when all are done.</param>
    /// <param name="Repetition">How often that step has been done already; above 0: it must be done again.</param>
    /// <param name="Service">The service time, shop time.</param>
    public sealed record Served(Assignment Assignment, long Order, int NextStep, int Repetition, TimeSpan Service) : HostMessage;

    /// <summary>Host to front: the order will not be served here.</summary>
    /// <param name="Reason">Why, for the log.</param>
    public sealed record GivenBack(Assignment Assignment, string Reason) : HostMessage;

    /// <summary>Host to front: it closes with nothing in hand; locate it again.</summary>
    /// <param name="Name">The host's name; empty if it has none of its own.</param>
    public sealed record Closed(string Name) : HostMessage;
}
