namespace ActorCafe.Cluster.Kitchen;

/// <summary>What is said between nodes; everything else stays in its process. Each is sent as its own protobuf message.</summary>
public abstract record KitchenMessage
{
    private KitchenMessage()
    {
    }

    /// <summary>
    /// Front to station: serve this order. Said again while the assignment stands: that renews the lease, and finds the station
    /// that has taken the place of a lost one.
    /// </summary>
    /// <param name="Assignment">What the answer is to bear.</param>
    /// <param name="Order">The order's number.</param>
    /// <param name="Drink">What was ordered.</param>
    /// <param name="NextStep">The place in the recipe of the step to do next, from 0.</param>
    /// <param name="Repetition">How often that step has been done already.</param>
    /// <param name="Lease">A station that has not heard from the front for so long drops the order: it is another's by then.</param>
    /// <param name="TraceParent">The W3C trace context of the order; null: it is not traced.</param>
    public sealed record Serve(Assignment Assignment, long Order, string Drink, int NextStep, int Repetition, TimeSpan Lease, string? TraceParent) : KitchenMessage;

    /// <summary>Front to station: the answer has come; forget the assignment.</summary>
    public sealed record Thanks(Assignment Assignment) : KitchenMessage;

    /// <summary>Front to station: who and where are you?</summary>
    /// <param name="Front">The unique id of the front node's process that asks.</param>
    public sealed record WhoIsThere(int Front) : KitchenMessage;

    /// <summary>Station to front: here I am.</summary>
    /// <param name="Name">The station's name, <c>machine-3</c>; empty for one that has none of its own.</param>
    /// <param name="Incarnation">Unique to this life of the station on its node.</param>
    /// <param name="InHand">What it is serving; null: nothing.</param>
    public sealed record Here(string Name, long Incarnation, Assignment? InHand) : KitchenMessage;

    /// <summary>Station to front: the order is in hand.</summary>
    public sealed record Taken(Assignment Assignment) : KitchenMessage;

    /// <summary>Station to front: the order is served. Said again until thanked for.</summary>
    /// <param name="Order">The order's number.</param>
    /// <param name="NextStep">The place in the recipe of the step to do next.</param>
    /// <param name="Repetition">How often that step has been done already; above 0: it is to be done again.</param>
    /// <param name="Service">The service time, shop time.</param>
    public sealed record Served(Assignment Assignment, long Order, int NextStep, int Repetition, TimeSpan Service) : KitchenMessage;

    /// <summary>Station to front: the order will not be served here.</summary>
    /// <param name="Reason">Why, for the log.</param>
    public sealed record GivenBack(Assignment Assignment, string Reason) : KitchenMessage;

    /// <summary>Station to front: it closes with nothing in hand; look for it where it stands next.</summary>
    /// <param name="Name">The station's name; empty for one that has none of its own.</param>
    public sealed record Closed(string Name) : KitchenMessage;
}
