using System.Globalization;
using ActorCafe.Queueing.Theory;
using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Prediction;

/// <summary>A closed queueing network: a fixed number of customers who think, order and return.</summary>
internal static class ClosedShop
{
    public static ShopPrediction Predict(QueueingNetwork network, ArrivalSettings.Closed closed)
    {
        var busy = network.Stages.Where(stage => stage.WorkPerOrder > 0).ToList();
        if (busy.Select(stage => Violation(network, stage, closed)).FirstOrDefault(found => found is not null) is { } obstacle)
        {
            return Bounded(network, closed, busy, obstacle);
        }

        if (busy.Count == 0)
        {
            return new ShopPrediction
            {
                Shop = network.Settings.Name,
                Stages = [.. network.Stages.Select(StageTheory.Idle)],
                Exactness = Exactness.Exact,
                TimeInShop = 0,
                Why = "nothing takes time",
            };
        }

        var means = ClosedNetwork.Means(closed.Population, closed.Think.Mean, busy.Select(Station).ToArray());
        var predicted = busy.Zip(means.Stations, (stage, mean) => new StagePrediction
        {
            Name = stage.Stage.Name,
            Workers = stage.Stage.Workers,
            Model = $"./M/{stage.Stage.Workers} closed",
            Why = $"{closed.Population} customers return, times are exponential, {Routers.InWords(stage.Stage)}: exact mean-value analysis",
            Exactness = Exactness.Exact,
            Utilisation = mean.Utilisation,
            Wait = mean.Wait,
            QueueLength = mean.QueueLength,
        }).ToDictionary(stage => stage.Name);
        return new ShopPrediction
        {
            Shop = network.Settings.Name,
            Stages = [.. network.Stages.Select(stage => predicted.GetValueOrDefault(stage.Stage.Name) ?? StageTheory.Idle(stage))],
            Exactness = Exactness.Exact,
            TimeInShop = means.Response,
            Why = $"a closed network of {closed.Population} customers; only the mean of their thinking time matters",
        };
    }

    // Where a schedule changes it, only the largest number of workers bounds what gets through.
    private static Station Station(StageDemand stage) => new(stage.Visits, stage.Occupied, Math.Max(1, OfferedLoad.LargestPool(stage.Stage)));

    private static string? Violation(QueueingNetwork network, StageDemand stage, ArrivalSettings.Closed closed)
    {
        var settings = stage.Stage;
        return closed.Population > ClosedNetwork.LargestPopulation ? string.Create(CultureInfo.InvariantCulture, $"more than {ClosedNetwork.LargestPopulation:N0} customers (cafe.customers.arrivals.population) are too many to compute")
            : network.PatienceAt(stage) is not null ? $"returning customers may lose patience (cafe.{(settings.Patience is null ? "customers" : $"stage.{settings.Name}")}.patience)"
            : stage.IsResized ? $"the number of workers changes (cafe.stage.{settings.Name}.schedule)"
            : settings.QueueCapacity < closed.Population - settings.Workers ? $"{settings.Name} has room for {settings.QueueCapacity} to wait (cafe.stage.{settings.Name}.queue-capacity)"
            : stage.NotExponential is { } reason ? $"at {settings.Name} {reason}"
            : !settings.HasOneQueue ? $"{settings.Name} has a queue for each worker (router = {settings.Router})"
            : settings.QueueBy is not null ? $"{settings.Name} has a custom queue discipline"
            : stage.Fails ? $"workers of {settings.Name} break down (cafe.stage.{settings.Name}.breakdown)"
            : stage.HasPriorities ? $"{settings.Name} serves by priority (cafe.stage.{settings.Name}.priority)"
            : null;
    }

    private static ShopPrediction Bounded(QueueingNetwork network, ArrivalSettings.Closed closed, List<StageDemand> busy, string obstacle)
    {
        var most = busy.Count == 0 ? null : (double?)(3600 * BottleneckLaw.MostThroughput(closed.Population, closed.Think.Mean, busy.Select(Station).ToArray()));
        var bound = most is { } rate ? string.Create(CultureInfo.InvariantCulture, $"; no more than {rate:0.0} orders per hour get through") : "";
        return ShopPrediction.None(network.Settings, $"no formula for returning customers: {obstacle}{bound}");
    }
}
