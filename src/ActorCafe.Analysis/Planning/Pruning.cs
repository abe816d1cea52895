using System.Collections.Immutable;
using ActorCafe.Analysis.Prediction;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Planning;

/// <summary>
/// Excludes staffings by queueing theory, without simulating them. Applies to stationary arrivals only: other customers may be gone before a
/// queue gets long.
/// </summary>
internal sealed class Pruning(PlanRequest request)
{
    private int _excluded;

    /// <summary>Whether theory says anything.</summary>
    public bool Applies { get; } = Planner.IsStationary(request.Shop);

    /// <summary>The number of staffings excluded so far.</summary>
    public int Excluded => _excluded;

    /// <summary>The fewest workers of each stage that can do its work (bottleneck law) within the utilisation that a target allows.</summary>
    public ImmutableArray<int> LowerBounds()
    {
        var network = new QueueingNetwork(request.Shop);
        var loses = !Applies || request.Shop.Customers.Patience is not null || request.Shop.Stages.Any(holder => StayingWorkers.AreReleasedByReneging(request.Shop, holder));
        return
        [
            .. network.Stages.Select(stage =>
            {
                // Behind a stage that customers leave, fewer may arrive, and the workers who stay with them are free earlier.
                loses |= stage.Stage.Rejects || OfferedLoad.IsImpatient(request.Shop, stage.Stage);
                return loses ? 1 : Math.Max(1, (int)Math.Floor(Rate * stage.WorkPerOrder / Math.Min(1, UseAllowed(stage))) + 1);
            }),
        ];
    }

    /// <summary>
    /// Enough workers at each stage that they are hardly ever all busy: the offered load and four times its square root, but no more than there are orders.
    /// </summary>
    public ImmutableArray<int> UpperBounds() =>
    [
        .. new QueueingNetwork(request.Shop).Stages.Select(stage =>
        {
            var load = PeakRate * stage.WorkPerOrder;
            return Math.Max((2 * stage.Stage.Workers) + 2, (int)Math.Min(request.Shop.Customers.Orders ?? int.MaxValue, Math.Ceiling(load + (4 * Math.Sqrt(load)) + 2)));
        }),
    ];

    /// <summary>Whether an exact formula shows that a target is missed.</summary>
    public bool Excludes(ImmutableArray<int> workers)
    {
        if (!Applies)
        {
            return false;
        }

        var shop = request.Shop.WithPools(stage => workers[stage.Index]);
        var prediction = ShopTheory.Predict(shop);
        var isExcluded = request.Targets.Any(target => Exact(prediction, target) >= target.Limit);
        if (isExcluded)
        {
            Interlocked.Increment(ref _excluded);
        }

        return isExcluded;
    }

    private double Rate => OfferedLoad.ArrivalsPerSecond(request.Shop.Customers.Arrivals) ?? 0;

    private double PeakRate => request.Shop.Customers.Arrivals switch
    {
        ArrivalSettings.Hourly hourly => hourly.RatesPerHour.Max() / 3600,
        ArrivalSettings.Closed closed => closed.Population / Math.Max(1, closed.Think.Mean),
        _ => Rate,
    };

    private double UseAllowed(StageDemand stage) => request.Targets
        .Where(target => target.Measure == TargetMeasure.Utilisation && target.Stage == stage.Stage.Index && stage.Service > 0)
        .Select(target => target.Limit * stage.Occupied / stage.Service)
        .DefaultIfEmpty(1)
        .Min();

    private static double? Exact(ShopPrediction shop, Target target) => target.Measure switch
    {
        TargetMeasure.Mean when shop.Exactness == Exactness.Exact => shop.TimeInShop,
        TargetMeasure.Wait when shop.Stages[target.Stage!.Value] is { Exactness: Exactness.Exact } stage => stage.Wait,
        _ => null,
    };
}
