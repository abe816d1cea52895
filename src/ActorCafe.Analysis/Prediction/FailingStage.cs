using ActorCafe.Queueing.Theory;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Analysis.Prediction;

/// <summary>A stage whose workers break down, at which orders arrive one by one and none is lost.</summary>
internal static class FailingStage
{
    public static StageSolution Predict(LoadedStage at)
    {
        var breakdown = at.Demand.Stage.Breakdown!;
        var solution = WhyNot(at, breakdown) is { } obstacle ? None(at, breakdown, obstacle) : Exact(at, breakdown);
        return solution with { Prediction = solution.Prediction with { Down = 1 - breakdown.Availability } };
    }

    private static string? WhyNot(LoadedStage at, Breakdown breakdown)
    {
        var stage = at.Demand.Stage;
        return at.Arrivals is not { Kind: ArrivalKind.Poisson, Batch: 1 } ? "orders that do not come as a Poisson process one by one"
            : stage.QueueCapacity is not null ? $"limited room (cafe.stage.{at.Name}.queue-capacity)"
            : at.Demand.HasPriorities ? $"priorities (cafe.stage.{at.Name}.priority)"
            : at.Demand.IsRemade ? "orders that are remade"
            : !at.Arrivals.DrinksAreIndependent && !at.IsExponential ? "drinks whose order a priority has changed"
            : at.Demand.IsInSequence ? "times in a fixed sequence"
            : at.Demand.IsHeld ? "workers who keep an order after its service, and cannot fail meanwhile"
            : !Exponentiality.IsExponential(breakdown.Up) ? $"times up that are {Exponentiality.Kind(breakdown.Up)}, not exponential (cafe.stage.{at.Name}.breakdown.up)"
            : !stage.HasOneQueue ? $"router = {stage.Router}"
            : at.Workers == 1 ? null
            : !at.IsExponential ? $"several workers, and {at.Demand.NotExponential}"
            : !Exponentiality.IsExponential(breakdown.Repair) ? $"several workers and repairs that are {Exponentiality.Kind(breakdown.Repair)}, not exponential (cafe.stage.{at.Name}.breakdown.repair)"
            : at.Workers > FailingServers.Most ? $"more than {FailingServers.Most} workers, which are too many to compute"
            : null;
    }

    private static StageSolution None(LoadedStage at, Breakdown breakdown, string obstacle)
    {
        var why = $"no formula for workers who break down (cafe.stage.{at.Name}.breakdown) with {obstacle}";
        return at.NoFormula(why, Exponentiality.IsExponential(breakdown.Up) && at.Arrivals.Kind != ArrivalKind.Unknown ? Departures(at, breakdown) : null);
    }

    private static StageSolution Exact(LoadedStage at, Breakdown breakdown)
    {
        var (gap, service, up, repair) = (at.Gap, at.Demand.Occupied, breakdown.Up.Mean, breakdown.Repair);
        var isMarkov = at.IsExponential && Exponentiality.IsExponential(repair);
        if (at.Workers == 1)
        {
            var wait = FailingServer.MeanWait(gap, service, at.Demand.Variance, up, repair.Mean, repair.Variance);
            var why = $"{at.Comes}, one worker who breaks down, {(isMarkov ? "all times are exponential (White and Christie)" : "times up are exponential (Gaver)")}";
            return Solution($"M/{at.Service}/1 failing", why, wait, FailingServer.MeanCompletion(service, up, repair.Mean) - service, isMarkov ? Several : null);
        }

        var servers = Several();
        var several = $"{at.Comes}, all times are exponential, {Routers.InWords(at.Demand.Stage)} who break down (Mitrany and Avi-Itzhak)";
        return Solution($"M/M/{at.Workers} failing", several, servers.MeanWait, servers.MeanResponse - servers.MeanWait - service, () => servers);

        FailingServers Several() => new(at.Workers, gap, service, up, repair.Mean, breakdown.GivesBack);

        StageSolution Solution(string model, string why, double wait, double interrupted, Func<FailingServers>? process)
        {
            var prediction = at.WithWait(model, why, Exactness.Exact, wait) with { Interrupted = interrupted };
            // An order that was given back waits in the queue again.
            var queue = breakdown.GivesBack ? (wait + interrupted) * at.Rate : prediction.QueueLength;
            return new StageSolution(prediction with { QueueLength = queue }, Departures(at, breakdown)) { Number = process is null ? null : () => process().Number };
        }
    }

    private static ArrivalProcess Departures(LoadedStage at, Breakdown breakdown)
    {
        var (service, variance) = (at.Demand.Occupied, at.Demand.Variance);
        var completion = FailingServer.MeanCompletion(service, breakdown.Up.Mean, breakdown.Repair.Mean);
        var variability = FailingServer.CompletionVariance(service, variance, breakdown.Up.Mean, breakdown.Repair.Mean, breakdown.Repair.Variance) / (completion * completion);
        return at.DeparturesAs(ArrivalKind.Approximate) with { Variability = StreamVariability.Departing(at.Workers, at.Rate * completion, at.Arrivals.Variability, variability) };
    }
}
