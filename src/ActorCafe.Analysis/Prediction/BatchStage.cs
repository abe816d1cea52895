using ActorCafe.Queueing.Theory;

namespace ActorCafe.Analysis.Prediction;

/// <summary>A first stage at which customers arrive in groups.</summary>
internal static class BatchStage
{
    public static StageSolution Predict(LoadedStage at)
    {
        var unknown = at.DeparturesAs(ArrivalKind.Unknown);
        if (at.Arrivals.Kind != ArrivalKind.Poisson || !at.IsExponential || at.Workers > 1 || at.Demand.IsRemade || at.Demand.Stage.QueueCapacity is not null)
        {
            return at.NoFormula($"customers come in groups (cafe.customers.arrivals.batch = {at.Arrivals.Batch}); there is a formula only for one exponential worker and groups that come as a Poisson process", unknown);
        }

        var wait = BatchArrivals.MeanWait(at.Arrivals.Batch, at.Arrivals.Batch * at.Gap, at.Demand.Occupied);
        var why = $"groups of {at.Arrivals.Batch} come as a Poisson process, times are exponential, one worker";
        return new StageSolution(at.WithWait($"M[{at.Arrivals.Batch}]/M/1", why, Exactness.Exact, wait), unknown);
    }
}
