using ActorCafe.Queueing.Theory;

namespace ActorCafe.Analysis.Prediction;

/// <summary>A stage without an exact formula: approximations by Kingman (one server) and by Allen and Cunneen (several).</summary>
internal static class ApproximateStage
{
    public static StageSolution Predict(LoadedStage at) => Predict(at, at.Arrivals.Origin == "customers"
        ? "gaps between customers are not exponential"
        : $"the output of {at.Arrivals.Origin} is not a Poisson process");

    /// <param name="reason">Why no exact formula applies, in words.</param>
    public static StageSolution Predict(LoadedStage at, string reason)
    {
        if (at.Demand.Stage.QueueCapacity is { } room)
        {
            return at.NoFormula($"{reason}, and there is room for {room} inside (cafe.stage.{at.Name}.queue-capacity)", at.ApproximateDepartures());
        }

        var letter = at.Arrivals.Kind == ArrivalKind.Poisson ? "M" : "G";
        var (model, wait, by) = at.Demand.Stage switch
        {
            { Workers: 1 } => ($"{letter}/{at.Service}/1", Each(at, 1, at.Arrivals.Variability), "Kingman"),
            { Router: Routers.RoundRobin } => ($"{at.Workers} x G/{at.Service}/1", Each(at, at.Workers, at.Arrivals.Variability / at.Workers), "Kingman"),
            { Router: Routers.Random } => ($"{at.Workers} x G/{at.Service}/1", Each(at, at.Workers, StreamVariability.Thinned(at.Arrivals.Variability, 1.0 / at.Workers)), "Kingman"),
            _ => ($"{letter}/{at.Service}/{at.Workers}", AllenCunneen.MeanWait(at.Workers, at.Gap, at.Arrivals.Variability, at.Demand.Occupied, at.Demand.Variability), "Allen-Cunneen"),
        };
        return at.Arrivals is { Kind: ArrivalKind.Renewal, Letter: "D" } && at.Demand.IsConstant && at.Demand.Stage.HasOneQueue
            ? new StageSolution(at.WithWait($"D/D/{at.Workers}", "gaps and times are constant and a worker is always free in time, so nobody waits", Exactness.Exact, 0, 0), at.ApproximateDepartures())
            : new StageSolution(at.WithWait(model, $"approximation ({by}): {reason}", Exactness.Approximate, wait), at.ApproximateDepartures());
    }

    private static double Each(LoadedStage at, int of, double variability) =>
        Kingman.MeanWait(of * at.Gap, variability, at.Demand.Occupied, at.Demand.Variability);
}
