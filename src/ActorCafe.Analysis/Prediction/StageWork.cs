using System.Collections.Immutable;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Prediction;

/// <summary>The work that comes to a stage, per customer of the shop.</summary>
internal sealed class StageWork
{
    private readonly VisitTimes _times;

    public StageWork(ShopSettings shop, StageSettings stage, ImmutableArray<Sold> sold)
    {
        Stage = stage;
        Stays = stage.StaysWithOrder && sold.Any(drink => drink.Runs.Any(run => run.Stage == stage.Index && run != drink.Runs[^1]));
        Drinks = [.. sold.Select(drink => DrinkWork.Of(shop, this, drink)).OfType<DrinkWork>()];
        Demand = OfferedLoad.WorkPerOrder(shop, stage);
        _times = Drinks.Aggregate(default(VisitTimes), (sum, drink) => sum + (drink.Sold.Weight * drink.Times));
        Arrivals = Drinks.Sum(drink => drink.Sold.Weight * drink.Runs.Length);
        NotExponential = Exponentiality.WhyNot(this);
    }

    public StageSettings Stage { get; }

    /// <summary>Whether a worker is kept by orders that are passed on.</summary>
    public bool Stays { get; }

    /// <summary>What each drink needs that comes here.</summary>
    public ImmutableArray<DrinkWork> Drinks { get; }

    /// <summary>Orders that are handed to this stage, per customer; those made again here not counted again.</summary>
    public double Arrivals { get; }

    /// <summary>Visits per customer.</summary>
    public double Visits => _times.Visits;

    /// <summary>Visits per order that is handed to this stage: above 1 where steps are done again.</summary>
    public double VisitsPerArrival => Visits / Arrivals;

    /// <summary>Mean seconds of service, a visit.</summary>
    public double Service => Visits > 0 ? _times.Service / Visits : 0;

    /// <summary>Mean seconds for which a visit keeps a worker.</summary>
    public double Occupied => Visits > 0 ? _times.Occupied / Visits : 0;

    /// <summary>Variance of that time, in seconds squared.</summary>
    public double Variance => Visits > 0 ? Math.Max(0, (_times.OccupiedSquared / Visits) - (Occupied * Occupied)) : 0;

    /// <summary>The squared coefficient of variation of that time.</summary>
    public double Variability => Occupied > 0 ? Variance / (Occupied * Occupied) : 0;

    /// <summary>Seconds for which a customer keeps workers here in all.</summary>
    public double Demand { get; }

    /// <summary>Mean seconds a customer spends here besides waiting: in service and handing over.</summary>
    public double TimeBesidesWaiting => _times.Service + (Arrivals * Stage.HandOverTime.TotalSeconds);

    /// <summary>Whether orders come back to be made again.</summary>
    public bool IsRemade => Drinks.Any(drink => drink.Runs.Any(run => run.Steps.Any(step => step.RemakeProbability > 0)));

    /// <summary>Whether all drinks come back as often.</summary>
    public bool IsRemadeAlike => Drinks.All(drink =>
        Math.Abs((drink.Times.Visits / drink.Runs.Length) - (Drinks[0].Times.Visits / Drinks[0].Runs.Length)) < 1e-12);

    /// <summary>Whether times are all the same.</summary>
    public bool IsConstant => !IsRemade && Variance <= 1e-12 * Occupied * Occupied;

    /// <summary>Whether times follow a fixed sequence, and so are not independent.</summary>
    public bool IsInSequence => Services.Any(service => service is Sequence && service.Variance > 0);

    /// <summary>Why a visit's time is not exponential with one mean for all; null if it is.</summary>
    public string? NotExponential { get; }

    /// <summary>Whether the priority of drinks changes who is served next.</summary>
    public bool IsRanked => Stage.Priority && Drinks.Select(drink => drink.Sold.Drink.Priority).Distinct().Skip(1).Any();

    /// <summary>Whether all who come are alike: as often, for as long.</summary>
    public bool IsAlikeFor(ImmutableArray<Sold> sold) => NotExponential is null && Drinks.Length == sold.Length
        && Drinks.All(drink => Math.Abs(drink.Times.Visits - Drinks[0].Times.Visits) < 1e-12);

    private IEnumerable<Distribution> Services => Drinks.SelectMany(drink => drink.Runs).SelectMany(run => run.Steps).Select(step => step.Service);
}

/// <summary>What a drink needs of a stage.</summary>
/// <param name="Sold">The drink.</param>
/// <param name="Runs">Its runs here, one or more.</param>
/// <param name="Times">Of one order of it.</param>
internal sealed record DrinkWork(Sold Sold, ImmutableArray<Run> Runs, VisitTimes Times)
{
    /// <summary>Null if it does not come there.</summary>
    public static DrinkWork? Of(ShopSettings shop, StageWork work, Sold drink)
    {
        var runs = drink.Runs.Where(run => run.Stage == work.Stage.Index).ToImmutableArray();
        return runs.IsEmpty ? null : new DrinkWork(drink, runs, runs.Aggregate(default(VisitTimes), (sum, run) => sum + VisitTimes.Of(run.Steps.AsSpan(), Kept(run))));

        (double Mean, double Variance) Kept(Run run)
        {
            var (mean, variance) = work.Stays ? drink.After(run, shop) : (0, 0);
            return (mean + work.Stage.HandOverTime.TotalSeconds, variance);
        }
    }
}
