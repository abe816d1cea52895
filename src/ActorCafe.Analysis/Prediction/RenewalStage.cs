using ActorCafe.Queueing.Theory;

namespace ActorCafe.Analysis.Prediction;

/// <summary>A stage with a renewal arrival process that is not Poisson, and unlimited room.</summary>
internal static class RenewalStage
{
    public static StageSolution Predict(LoadedStage at)
    {
        if (!at.IsExponential || at.Demand.IsRemade || at.Demand.Stage.QueueCapacity is not null)
        {
            return ApproximateStage.Predict(at, $"gaps between {at.Arrivals.Origin} are not exponential, {(at.IsExponential ? "and some orders are remade" : at.Demand.NotExponential)}");
        }

        var stage = at.Demand.Stage;
        if (stage.Router == Routers.Shared && at.Workers > 1)
        {
            return ApproximateStage.Predict(at, $"gaps between {at.Arrivals.Origin} are not exponential, and several workers take from one queue");
        }

        var gap = at.Workers == 1 ? at.Arrivals.Gap! : stage.Router == Routers.Random ? at.Arrivals.Gap!.Thinned(1.0 / at.Workers) : at.Arrivals.Gap!.Every(at.Workers);
        var model = at.Workers == 1 ? $"{at.Arrivals.Letter}/M/1" : $"{at.Workers} x GI/M/1";
        double? p95 = at.Demand.HasPriorities ? null : GeneralArrivals.WaitQuantile(gap, at.Demand.Occupied, 0.95);
        var why = $"gaps between {at.Arrivals.Origin} are independent, times are exponential, {Routers.InWords(stage)}";
        return new StageSolution(at.WithWait(model, why, Exactness.Exact, GeneralArrivals.MeanWait(gap, at.Demand.Occupied), p95), at.ApproximateDepartures());
    }
}
