using System.Collections.Immutable;
using System.Globalization;
using ActorCafe.Shop.Settings;
using ActorCafe.Shop.Stages;
using Akka.Actor;

namespace ActorCafe.Shop.Orders;

/// <summary>
/// An order: its number, customer and recipe, the steps still to do, and what has happened to it so far. It belongs to the actor that holds it and is handed
/// over with the message, never shared, so nothing is copied at a hop. When the order has left, the object is reused for another.
/// </summary>
public sealed class Order
{
    private readonly ShopModel _model;
    private readonly Visit[] _visits;

    internal Order(ShopModel model)
    {
        _model = model;
        _visits = new Visit[model.Settings.Stages.Length];
    }

    /// <summary>The order's number, from 1 in the order of placing.</summary>
    public long Number { get; private set; }

    /// <summary>The customer's name, or their number if they have none.</summary>
    public string Customer => NamedCustomer ?? CustomerNumber.ToString(CultureInfo.InvariantCulture);

    public Drink Drink { get; private set; } = null!;

    /// <summary>The mean time, in seconds, of the service that comes next: of its next steps as far as one stage performs them. 0 when all are done.</summary>
    public double ExpectedService
    {
        get
        {
            var seconds = 0.0;
            for (var step = NextStep; step < Drink.Recipe.Length && Drink.Recipe[step].Stage == Drink.Recipe[NextStep].Stage; step++)
            {
                seconds += Drink.Recipe[step].Service.Mean;
            }

            return seconds;
        }
    }

    /// <summary>When the order was placed.</summary>
    public TimeSpan Placed { get; private set; }

    /// <summary>When the order left the shop.</summary>
    public TimeSpan Left { get; internal set; }

    /// <summary>How the order ended; meaningless before it has left.</summary>
    public Outcome Outcome { get; internal set; }

    /// <summary>Whether the first service has begun.</summary>
    public bool InProgress { get; internal set; }

    /// <summary>Whether the customer has joined the pick-up queue.</summary>
    public bool AwaitsPickUp { get; internal set; }

    /// <summary>The last visit to each stage, by the stage's index.</summary>
    public ReadOnlySpan<Visit> Visits => _visits;

    /// <summary>The customer's name in a trace; null if they have none.</summary>
    internal string? NamedCustomer { get; private set; }

    /// <summary>The customer's number, from 1.</summary>
    internal long CustomerNumber { get; private set; }

    /// <summary>The order's next step; there must be one.</summary>
    internal StepModel Step => Recipe[NextStep];

    /// <summary>The stage of the order's next step; null when all steps are done.</summary>
    public StageSettings? NextStage
    {
        get
        {
            var (recipe, step) = (Recipe, NextStep);
            return (uint)step < (uint)recipe.Length ? recipe[step].Stage : null;
        }
    }

    /// <summary>The steps of the drink.</summary>
    private ImmutableArray<StepModel> Recipe { get; set; } = [];

    /// <summary>The index in the recipe of the next step; the recipe's length when all steps are done.</summary>
    internal int NextStep { get; set; }

    /// <summary>How often the next step has been done already.</summary>
    internal int Repetition { get; set; }

    /// <summary>Whether the next step must be done again.</summary>
    internal bool IsRemake => Repetition > 0;

    /// <summary>Visits to all stages so far.</summary>
    internal int VisitCount { get; set; }

    /// <summary>Consecutive failures of workers that held this order.</summary>
    internal int Failures { get; set; }

    /// <summary>The progress of a service that was interrupted; null if none was at the present stage.</summary>
    internal Interruption? Interruption { get; set; }

    /// <summary>The worker that keeps the order until the next stage has room for it; null if no worker does.</summary>
    internal IActorRef? Giver { get; set; }

    /// <summary>The wait at a stage that may end by the customer's patience; null if there is none.</summary>
    internal Reneging.Wait? Wait { get; set; }

    /// <summary>The workers held until the order leaves; null if there are none.</summary>
    internal List<IActorRef>? StayingWorkers { get; set; }

    /// <summary>The neighbours in the list that the order is in, so that a list allocates nothing.</summary>
    internal Order? Next { get; set; }

    internal Order? Previous { get; set; }

    /// <summary>Whether the order was placed and has not been returned for reuse. Belongs to the actor that places orders.</summary>
    internal bool IsOpen { get; set; }

    internal bool HasLeft { get; set; }

    internal ref Visit VisitTo(int stage) => ref _visits[stage];

    /// <summary>Marks the next step as done. Then the following step is next, or the same one again if it must be remade.</summary>
    internal void Advance() => (NextStep, Repetition) = Step.IsRemade(Number, Repetition) ? (NextStep, Repetition + 1) : (NextStep + 1, 0);

    /// <summary>Reuses the object for a new order.</summary>
    internal void Begin(long number, string? namedCustomer, long customerNumber, Drink drink, TimeSpan placed)
    {
        Number = number;
        NamedCustomer = namedCustomer;
        CustomerNumber = customerNumber;
        if (!ReferenceEquals(Drink, drink))
        {
            Drink = drink;
            Recipe = _model.Recipes[drink.Index];
        }

        Placed = placed;
        Left = default;
        Outcome = Outcome.Served;
        NextStep = Repetition = VisitCount = Failures = 0;
        InProgress = AwaitsPickUp = HasLeft = false;
        Giver = null;
        Interruption = null;
        StayingWorkers?.Clear();
        Array.Clear(_visits);
    }
}
