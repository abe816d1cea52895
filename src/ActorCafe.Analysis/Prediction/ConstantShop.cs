using ActorCafe.Queueing.Distributions;
using ActorCafe.Queueing.Theory;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Prediction;

/// <summary>A shop in which nothing is left to chance: all orders alike, all times constant, played by a recursion.</summary>
internal static class ConstantShop
{
    private const string Why = "nothing is left to chance: all orders are alike and take the same times, so each can be followed from stage to stage";
    private const long MostOrders = 10_000_000;

    /// <summary>Null where something is left to chance.</summary>
    public static ShopPrediction? Predict(ShopWork work)
    {
        var customers = work.Settings.Customers;
        if (customers is not { Until: null, StopAt: null, Patience: null, Orders: <= MostOrders and var orders }
            || !TryGap(customers.Arrivals, out var gap)
            || Stages(work) is not { } stages)
        {
            return null;
        }

        var played = DeterministicTandem.Play(orders, gap, stages.Select(stage => new TandemStage(
            stage.Service, stage.Stage.Workers, stage.Stage.QueueCapacity, stage.Stage.HandOverTime.TotalSeconds, stage.Stays)).ToArray());
        var predicted = stages.Zip(played.Stages, (stage, means) => new StagePrediction
        {
            Name = stage.Stage.Name,
            Workers = stage.Stage.Workers,
            Model = "constant times",
            Why = Why,
            Exactness = Exactness.Exact,
            Utilisation = means.Utilisation,
            Wait = means.Wait,
            QueueLength = means.QueueLength,
        }).ToDictionary(stage => stage.Name);
        return new ShopPrediction
        {
            Shop = work.Settings.Name,
            Stages = [.. work.Stages.Select(stage => predicted.GetValueOrDefault(stage.Stage.Name) ?? OpenStage.Idle(stage))],
            Exactness = Exactness.Exact,
            TimeInShop = played.Response,
            Makespan = played.Makespan,
            Why = Why,
        };
    }

    private static bool TryGap(ArrivalSettings arrivals, out double? gap)
    {
        gap = arrivals switch
        {
            ArrivalSettings.AllAtOnce => 0,
            ArrivalSettings.Renewal { Batch: 1, Gap: Deterministic constant } => constant.Mean,
            _ => null,
        };
        return gap is not null || arrivals is ArrivalSettings.Saturated;
    }

    /// <summary>The stages in the order in which all orders pass them; null if they are not alike.</summary>
    private static List<StageWork>? Stages(ShopWork work)
    {
        var runs = work.Sold[0].Runs;
        var alike = work.Sold.All(drink => drink.Runs.Select(run => run.Stage).SequenceEqual(runs.Select(run => run.Stage)))
            && runs.Select(run => run.Stage).Distinct().Count() == runs.Length;
        var stages = runs.Select(run => work.Stages[run.Stage]).ToList();
        return alike && stages.TrueForAll(IsFollowed) ? stages : null;
    }

    // A queue per worker, in turn, is one queue as long as all times are the same and there is room.
    private static bool IsFollowed(StageWork stage) =>
        stage.IsConstant && !stage.IsInSequence && !stage.IsRanked && stage.Stage.Schedule.IsEmpty
        && (Routers.IsOneQueue(stage.Stage) || stage.Stage is { Router: Routers.RoundRobin, QueueCapacity: null })
        && (stage.Stage.QueueCapacity is null || stage.Stage.WhenFull == WhenFull.Block);
}
