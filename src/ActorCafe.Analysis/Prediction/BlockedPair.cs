using ActorCafe.Queueing.Theory;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Prediction;

/// <summary>Two exponential workers in a row with little room between them, and customers who never stop coming.</summary>
internal static class BlockedPair
{
    private const int MostPlaces = 1_000_000;

    /// <summary>Null where the shop is another.</summary>
    public static ShopPrediction? Predict(ShopWork work)
    {
        if (work.Settings.Customers is not { Arrivals: ArrivalSettings.Saturated, Patience: null }
            || !work.Sold.All(drink => drink.Runs.Length == 2 && drink.Runs[0].Stage == work.Sold[0].Runs[0].Stage && drink.Runs[1].Stage == work.Sold[0].Runs[1].Stage))
        {
            return null;
        }

        var (first, second) = (work.Stages[work.Sold[0].Runs[0].Stage], work.Stages[work.Sold[0].Runs[1].Stage]);
        if (!IsOneExponentialWorker(first) || !IsOneExponentialWorker(second) || second.Stage is not { Blocks: true, QueueCapacity: <= MostPlaces and var places })
        {
            return null;
        }

        var rate = BlockedTandem.Throughput(first.Service, second.Service, places);
        var queue = BlockedTandem.MeanQueueLength(first.Service, second.Service, places);
        var why = $"customers never stop coming, times are exponential, and {first.Stage.Name} keeps what {second.Stage.Name} has no room for (Hunt)";
        StagePrediction Stage(StageWork stage, double waiting) => new()
        {
            Name = stage.Stage.Name,
            Workers = 1,
            Model = "M/M blocked",
            Why = why,
            Exactness = Exactness.Exact,
            Utilisation = rate * stage.Service,
            Wait = waiting / rate,
            QueueLength = waiting,
        };
        return new ShopPrediction
        {
            Shop = work.Settings.Name,
            Stages = [.. work.Stages.Select(stage => stage == first ? Stage(first, 0) : stage == second ? Stage(second, queue) : OpenStage.Idle(stage))],
            Exactness = Exactness.Exact,
            // By Little's law: in service, kept and waiting, for each that gets through.
            TimeInShop = ((1 + queue) / rate) + second.Service,
            CapacityPerHour = 3600 * rate,
            Why = $"{why}; the first worker is never without an order",
        };
    }

    private static bool IsOneExponentialWorker(StageWork stage) =>
        stage is { NotExponential: null, IsRemade: false, Stage: { Workers: 1, Schedule.IsEmpty: true } };
}
