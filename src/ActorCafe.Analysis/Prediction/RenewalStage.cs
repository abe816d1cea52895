using ActorCafe.Queueing.Theory;

namespace ActorCafe.Analysis.Prediction;

/// <summary>A stage to which orders come at independent gaps that are not exponential, with room for all.</summary>
internal static class RenewalStage
{
    public static StageOutcome Predict(StageCase at)
    {
        if (!at.IsExponential || at.Work.IsRemade || at.Work.Stage.QueueCapacity is not null)
        {
            return ApproximateStage.Predict(at, $"gaps between {at.In.Origin} are not exponential, {(at.IsExponential ? "and some orders are made again" : at.Work.NotExponential)}");
        }

        var stage = at.Work.Stage;
        if (stage.Router == Routers.Shared && at.Workers > 1)
        {
            return ApproximateStage.Predict(at, $"gaps between {at.In.Origin} are not exponential, and several workers take from one queue");
        }

        var gap = at.Workers == 1 ? at.In.Gap! : stage.Router == Routers.Random ? at.In.Gap!.Thinned(1.0 / at.Workers) : at.In.Gap!.Every(at.Workers);
        var model = at.Workers == 1 ? $"{at.In.Letter}/M/1" : $"{at.Workers} x GI/M/1";
        double? p95 = at.Work.IsRanked ? null : GeneralArrivals.WaitQuantile(gap, at.Work.Occupied, 0.95);
        var why = $"gaps between {at.In.Origin} are independent, times are exponential, {Routers.InWords(stage)}";
        return new StageOutcome(at.Waiting(model, why, Exactness.Exact, GeneralArrivals.MeanWait(gap, at.Work.Occupied), p95), at.PassingAbout());
    }
}
