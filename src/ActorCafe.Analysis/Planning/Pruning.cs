using System.Collections.Immutable;
using ActorCafe.Analysis.Prediction;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Planning;

/// <summary>What queueing theory rules out without playing it. Only for a steady stream of customers: others may be gone before a queue gets long.</summary>
internal sealed class Pruning(PlanRequest request)
{
    private readonly bool _applies = SteadyStream.Comes(request.Shop);

    /// <summary>How many pools were ruled out.</summary>
    public int Count { get; private set; }

    /// <summary>The fewest workers of each stage by the bottleneck law: less work than they can do, and than a target allows.</summary>
    public ImmutableArray<int> Fewest()
    {
        var work = new ShopWork(request.Shop);
        var loses = !_applies || request.Shop.Customers.Patience is not null;
        return
        [
            .. work.Stages.Select(stage =>
            {
                // Behind a stage that turns orders away less may come.
                loses |= stage.Stage.QueueCapacity is not null && stage.Stage.WhenFull == WhenFull.Reject;
                return loses ? 1 : Math.Max(1, (int)Math.Floor(Rate * stage.Demand / Math.Min(1, UseAllowed(stage))) + 1);
            }),
        ];
    }

    /// <summary>As many as are never all busy, as far as that can be told beforehand.</summary>
    public ImmutableArray<int> Generous() =>
    [
        .. new ShopWork(request.Shop).Stages.Select(stage =>
        {
            var load = PeakRate * stage.Demand;
            return Math.Max((2 * stage.Stage.Workers) + 2, (int)Math.Ceiling(load + (4 * Math.Sqrt(load)) + 2));
        }),
    ];

    /// <summary>Whether an exact formula says that a target is missed.</summary>
    public bool RulesOut(ImmutableArray<int> workers)
    {
        if (!_applies)
        {
            return false;
        }

        var shop = request.Shop.WithPools(stage => workers[stage.Index]);
        var prediction = ShopTheory.Predict(shop);
        var ruledOut = request.Targets.Any(target => Exact(prediction, target) >= target.Limit);
        if (ruledOut)
        {
            Count++;
        }

        return ruledOut;
    }

    private double Rate => OfferedLoad.ArrivalsPerSecond(request.Shop.Customers.Arrivals) ?? 0;

    private double PeakRate => request.Shop.Customers.Arrivals switch
    {
        ArrivalSettings.Hourly hourly => hourly.RatesPerHour.Max() / 3600,
        ArrivalSettings.Closed closed => closed.Population / Math.Max(1, closed.Think.Mean),
        _ => Rate,
    };

    private double UseAllowed(StageWork stage) => request.Targets
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
