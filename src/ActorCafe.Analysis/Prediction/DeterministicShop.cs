using ActorCafe.Queueing.Distributions;
using ActorCafe.Queueing.Theory;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Prediction;

/// <summary>A shop without randomness, where all orders are alike and all times constant: followed order by order.</summary>
internal static class DeterministicShop
{
    private const string Why = "nothing is random: all orders are alike and take the same times, so each can be followed from stage to stage";
    private const long MostOrders = 10_000_000;

    /// <summary>Null if anything is random.</summary>
    public static ShopPrediction? Predict(QueueingNetwork network)
    {
        var customers = network.Settings.Customers;
        if (customers is not { Until: null, StopAt: null, Orders: <= MostOrders and var orders }
            || !TryGap(customers.Arrivals, out var gap)
            || Stages(network) is not { } stages)
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
            Shop = network.Settings.Name,
            Stages = [.. network.Stages.Select(stage => predicted.GetValueOrDefault(stage.Stage.Name) ?? StageTheory.Idle(stage))],
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
            ArrivalSettings.Renewal { Batch: 1, Changes.IsEmpty: true, Gap: Deterministic constant } => constant.Mean,
            _ => null,
        };
        return gap is not null || arrivals is ArrivalSettings.Saturated;
    }

    /// <summary>The stages in the order in which every order passes them; null if orders differ.</summary>
    private static List<StageDemand>? Stages(QueueingNetwork network)
    {
        var legs = network.Drinks[0].Legs;
        var alike = network.Drinks.All(drink => drink.Legs.Select(leg => leg.Stage).SequenceEqual(legs.Select(leg => leg.Stage)))
            && legs.Select(leg => leg.Stage).Distinct().Count() == legs.Length;
        var stages = legs.Select(leg => network.Stages[leg.Stage]).ToList();
        return alike && stages.TrueForAll(stage => IsFollowed(stage) && network.PatienceAt(stage) is null) ? stages : null;
    }

    // Round-robin queues of unlimited room equal one queue as long as all service times are equal.
    private static bool IsFollowed(StageDemand stage) =>
        stage.IsConstant && !stage.IsInSequence && !stage.HasPriorities && !stage.Fails && !stage.IsResized
        && (stage.Stage.HasOneQueue || stage.Stage is { Router: Routers.RoundRobin, QueueCapacity: null })
        && stage.Stage is { Rejects: false, QueueBy: null };
}
