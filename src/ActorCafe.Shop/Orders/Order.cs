using System.Globalization;
using ActorCafe.Shop.Settings;
using Akka.Actor;

namespace ActorCafe.Shop.Orders;

/// <summary>
/// The slip an order travels with: its identity and recipe, the steps still to do, and its running facts.
/// It belongs to whoever holds the order at the moment, is handed over with the message and never shared,
/// so that nothing is copied at a hop. When the order has left, its slip is used again for another.
/// </summary>
public sealed class Order
{
    private readonly Visit[] _visits;

    internal Order(int stages) => _visits = new Visit[stages];

    /// <summary>The order's number, from 1 in the order of placing.</summary>
    public long Number { get; private set; }

    /// <summary>The customer, as a row shows them.</summary>
    public string Customer => NamedCustomer ?? CustomerNumber.ToString(CultureInfo.InvariantCulture);

    public Drink Drink { get; private set; } = null!;

    /// <summary>When the order was placed.</summary>
    public TimeSpan Placed { get; private set; }

    /// <summary>When the order left the shop.</summary>
    public TimeSpan Left { get; internal set; }

    /// <summary>How the order ended; of no meaning before it left.</summary>
    public Outcome Outcome { get; internal set; }

    /// <summary>Whether any service has begun.</summary>
    public bool InProgress { get; internal set; }

    /// <summary>Whether the customer waits, or waited to the end, in the pick-up queue.</summary>
    public bool AwaitsPickUp { get; internal set; }

    /// <summary>The last visit to each stage, by the stage's index.</summary>
    public ReadOnlySpan<Visit> Visits => _visits;

    /// <summary>The customer as a trace names them.</summary>
    internal string? NamedCustomer { get; private set; }

    /// <summary>The customer's number, from 1.</summary>
    internal long CustomerNumber { get; private set; }

    /// <summary>The place in the recipe of the step to do next; the recipe's length when all are done.</summary>
    internal int NextStep { get; set; }

    /// <summary>How often the next step has been done already.</summary>
    internal int Repetition { get; set; }

    /// <summary>Whether the next step is one to be done again.</summary>
    internal bool IsRemake => Repetition > 0;

    /// <summary>Visits to any stage so far.</summary>
    internal int VisitCount { get; set; }

    /// <summary>How often in a row a worker failed with this order in hand.</summary>
    internal int Failures { get; set; }

    /// <summary>The worker that keeps the order until there is room for it; null: nobody waits for an answer.</summary>
    internal IActorRef? Giver { get; set; }

    /// <summary>The workers held until the order leaves; null: none.</summary>
    internal List<IActorRef>? Held { get; set; }

    /// <summary>Neighbours in the line the order stands in: a line needs no memory of its own.</summary>
    internal Order? Next { get; set; }

    internal Order? Previous { get; set; }

    /// <summary>Whether the order was placed and its slip has not come back; for those who placed it.</summary>
    internal bool IsOpen { get; set; }

    internal bool HasLeft { get; set; }

    internal ref Visit VisitTo(int stage) => ref _visits[stage];

    /// <summary>Makes the slip that of a new order.</summary>
    internal void Begin(long number, string? namedCustomer, long customerNumber, Drink drink, TimeSpan placed)
    {
        Number = number;
        NamedCustomer = namedCustomer;
        CustomerNumber = customerNumber;
        if (!ReferenceEquals(Drink, drink))
        {
            Drink = drink;
        }

        Placed = placed;
        Left = default;
        Outcome = Outcome.Served;
        NextStep = Repetition = VisitCount = Failures = 0;
        InProgress = AwaitsPickUp = HasLeft = false;
        Giver = null;
        Held?.Clear();
        Array.Clear(_visits);
    }
}
