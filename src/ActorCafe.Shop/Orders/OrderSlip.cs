using System.Globalization;
using Akka.Actor;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Shop.Orders;

/// <summary>How an order ended.</summary>
public enum Outcome
{
    Served,
    Rejected,
    Reneged,
    Unserved,
}

/// <summary>
/// The slip an order travels with: its identity and recipe, the steps still to do, and its running facts.
/// It belongs to whoever holds the order at the moment, is handed over with the message and never shared.
/// </summary>
public sealed class OrderSlip
{
    /// <summary>The order's number, from 1 in the order of placing.</summary>
    public long Number { get; internal set; }

    /// <summary>The customer as a trace names them; null: see <see cref="CustomerNumber"/>.</summary>
    public string? NamedCustomer { get; internal set; }

    /// <summary>The customer's number, from 1.</summary>
    public long CustomerNumber { get; internal set; }

    /// <summary>The customer, as a row shows them.</summary>
    public string Customer => NamedCustomer ?? CustomerNumber.ToString(CultureInfo.InvariantCulture);

    public Drink Drink { get; internal set; } = null!;

    /// <summary>When the order was placed.</summary>
    public TimeSpan Placed { get; internal set; }

    /// <summary>When the order left the shop.</summary>
    public TimeSpan Left { get; internal set; }

    public Outcome Outcome { get; internal set; }

    /// <summary>The last visit to each stage, by the stage's index.</summary>
    public ReadOnlySpan<Visit> Visits => VisitFacts;

    internal Visit[] VisitFacts { get; init; } = [];
}

/// <summary>An order's visit to a stage. Null times are instants that never came.</summary>
public struct Visit
{
    /// <summary>The moment of entering the queue.</summary>
    public TimeSpan? Enqueued { get; internal set; }

    /// <summary>The moment service began.</summary>
    public TimeSpan? Started { get; internal set; }

    /// <summary>The moment service ended.</summary>
    public TimeSpan? Finished { get; internal set; }

    /// <summary>The worker's number at its stage, from 1; 0 is nobody.</summary>
    public int Worker { get; internal set; }
}
