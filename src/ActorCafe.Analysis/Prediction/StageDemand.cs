using System.Collections.Immutable;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Prediction;

/// <summary>The service demand on a stage, per customer of the shop.</summary>
internal sealed class StageDemand
{
    private readonly VisitTimes _times;

    public StageDemand(ShopSettings shop, StageSettings stage, ImmutableArray<DrinkRoute> drinks)
    {
        Stage = stage;
        Stays = stage.StaysWithOrder && drinks.Any(drink => drink.Legs.Any(leg => leg.Stage == stage.Index && leg != drink.Legs[^1]));
        Drinks = [.. drinks.Select(drink => DrinkDemand.Of(shop, this, drink)).OfType<DrinkDemand>()];
        WorkPerOrder = OfferedLoad.WorkPerOrder(shop, stage);
        _times = Drinks.Aggregate(default(VisitTimes), (sum, drink) => sum + (drink.Route.Share * drink.Times));
        ArrivalsPerCustomer = Drinks.Sum(drink => drink.Route.Share * drink.Legs.Length);
        NotExponential = Exponentiality.WhyNot(this);
    }

    public StageSettings Stage { get; }

    /// <summary>Whether workers stay with orders that they have passed on.</summary>
    public bool Stays { get; }

    /// <summary>The demand of each drink that comes here.</summary>
    public ImmutableArray<DrinkDemand> Drinks { get; }

    /// <summary>Orders handed to this stage per customer; remakes do not count again.</summary>
    public double ArrivalsPerCustomer { get; }

    /// <summary>Visits per customer.</summary>
    public double Visits => _times.Visits;

    /// <summary>Visits per order handed to this stage: above 1 where steps are remade.</summary>
    public double VisitsPerArrival => Visits / ArrivalsPerCustomer;

    /// <summary>Mean seconds of service per visit.</summary>
    public double Service => Visits > 0 ? _times.Service / Visits : 0;

    /// <summary>Mean seconds that a visit occupies a worker.</summary>
    public double Occupied => Visits > 0 ? _times.Occupied / Visits : 0;

    /// <summary>Variance of <see cref="Occupied"/>, in seconds squared.</summary>
    public double Variance => Visits > 0 ? Math.Max(0, (_times.OccupiedSquared / Visits) - (Occupied * Occupied)) : 0;

    /// <summary>The squared coefficient of variation of <see cref="Occupied"/>.</summary>
    public double Variability => Occupied > 0 ? Variance / (Occupied * Occupied) : 0;

    /// <summary>Mean worker-seconds that a customer needs here over all visits.</summary>
    public double WorkPerOrder { get; }

    /// <summary>Mean seconds that a customer spends here in service and hand-overs.</summary>
    public double TimeBesidesWaiting => _times.Service + (ArrivalsPerCustomer * Stage.HandOverTime.TotalSeconds);

    /// <summary>Whether steps may be remade.</summary>
    public bool IsRemade => Drinks.Any(drink => drink.Legs.Any(leg => leg.Steps.Any(step => step.RemakeProbability > 0)));

    /// <summary>Whether all drinks are remade equally often.</summary>
    public bool IsRemadeAlike => Drinks.All(drink =>
        Math.Abs((drink.Times.Visits / drink.Legs.Length) - (Drinks[0].Times.Visits / Drinks[0].Legs.Length)) < 1e-12);

    /// <summary>Whether all times are equal.</summary>
    public bool IsConstant => !IsRemade && Variance <= 1e-12 * Occupied * Occupied;

    /// <summary>Whether times follow a fixed sequence, so they are not independent.</summary>
    public bool IsInSequence => Services.Any(service => service is Sequence && service.Variance > 0);

    /// <summary>Why the time per visit is not exponential with one mean for all, in words; null if it is.</summary>
    public string? NotExponential { get; }

    /// <summary>Whether drinks of different priority share the queue.</summary>
    public bool HasPriorities => Stage.Priority && Drinks.Select(drink => drink.Route.Drink.Priority).Distinct().Skip(1).Any();

    /// <summary>Whether the number of workers changes, or nobody works here.</summary>
    public bool IsResized => Stage.Workers == 0 || Stage.Schedule.Changes.Any(change => change.Workers != Stage.Workers);

    /// <summary>Whether an order may interrupt the service of another one.</summary>
    public bool Preempts => HasPriorities && Stage.Preempts;

    /// <summary>Whether workers are out of order for some time.</summary>
    public bool Fails => Stage.Availability < 1;

    /// <summary>Whether a worker keeps an order for some time after its service.</summary>
    public bool IsHeld => Stays || Stage.HandOverTime > TimeSpan.Zero;

    /// <summary>Whether every drink comes here, equally often and for equally long.</summary>
    public bool IsAlikeFor(ImmutableArray<DrinkRoute> drinks) => NotExponential is null && Drinks.Length == drinks.Length
        && Drinks.All(drink => Math.Abs(drink.Times.Visits - Drinks[0].Times.Visits) < 1e-12);

    private IEnumerable<Distribution> Services => Drinks.SelectMany(drink => drink.Legs).SelectMany(leg => leg.Steps).Select(step => step.Service);
}

/// <summary>The demand of a drink on a stage.</summary>
/// <param name="Route">The drink and its route.</param>
/// <param name="Legs">The legs of its route here, one or more.</param>
/// <param name="Times">The times of one order.</param>
internal sealed record DrinkDemand(DrinkRoute Route, ImmutableArray<RouteLeg> Legs, VisitTimes Times)
{
    /// <summary>Null if the drink does not come to the stage.</summary>
    public static DrinkDemand? Of(ShopSettings shop, StageDemand demand, DrinkRoute drink)
    {
        var legs = drink.Legs.Where(leg => leg.Stage == demand.Stage.Index).ToImmutableArray();
        return legs.IsEmpty ? null : new DrinkDemand(drink, legs, legs.Aggregate(default(VisitTimes), (sum, leg) => sum + VisitTimes.Of(leg.Steps.AsSpan(), Kept(leg))));

        (double Mean, double Variance) Kept(RouteLeg leg)
        {
            var (mean, variance) = demand.Stays ? drink.After(leg, shop) : (0, 0);
            return (mean + demand.Stage.HandOverTime.TotalSeconds, variance);
        }
    }
}
