using ActorCafe.Queueing.Theory;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Prediction;

/// <summary>A saturated tandem of two exponential workers with limited room between them (Hunt).</summary>
internal static class SaturatedTandem
{
    private const int MostPlaces = 1_000_000;

    /// <summary>Null if the shop is not such a tandem.</summary>
    public static ShopPrediction? Predict(QueueingNetwork network)
    {
        if (network.Settings.Customers is not { Arrivals: ArrivalSettings.Saturated, Patience: null }
            || network.Stages.Any(stage => stage.Stage.Patience is not null)
            || !network.Drinks.All(drink => drink.Legs.Length == 2 && drink.Legs[0].Stage == network.Drinks[0].Legs[0].Stage && drink.Legs[1].Stage == network.Drinks[0].Legs[1].Stage))
        {
            return null;
        }

        var (first, second) = (network.Stages[network.Drinks[0].Legs[0].Stage], network.Stages[network.Drinks[0].Legs[1].Stage]);
        if (!IsOneExponentialWorker(first) || !IsOneExponentialWorker(second) || second.Stage is not { Blocks: true, QueueCapacity: <= MostPlaces and var places })
        {
            return null;
        }

        var rate = BlockedTandem.Throughput(first.Service, second.Service, places);
        var queue = BlockedTandem.MeanQueueLength(first.Service, second.Service, places);
        var why = $"customers never stop coming, times are exponential, and {first.Stage.Name} keeps what {second.Stage.Name} has no room for (Hunt)";
        StagePrediction Stage(StageDemand stage, double waiting) => new()
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
            Shop = network.Settings.Name,
            Stages = [.. network.Stages.Select(stage => stage == first ? Stage(first, 0) : stage == second ? Stage(second, queue) : StageTheory.Idle(stage))],
            Exactness = Exactness.Exact,
            // By Little's law over the orders in service, blocked and waiting.
            TimeInShop = ((1 + queue) / rate) + second.Service,
            CapacityPerHour = 3600 * rate,
            Why = $"{why}; the first worker is never without an order",
        };
    }

    private static bool IsOneExponentialWorker(StageDemand stage) =>
        stage is { NotExponential: null, IsRemade: false, Fails: false, Preempts: false, IsResized: false, Stage.Workers: 1 };
}
