using ActorCafe.Queueing.Theory;

namespace ActorCafe.Analysis.Prediction;

/// <summary>A stage with room for all for which there is no exact formula: Kingman, Allen and Cunneen.</summary>
internal static class ApproximateStage
{
    public static StageOutcome Predict(StageCase at) => Predict(at, at.In.Origin == "customers"
        ? "gaps between customers are not exponential"
        : $"what {at.In.Origin} passes on is no Poisson stream");

    /// <param name="reason">Why there is no exact formula.</param>
    public static StageOutcome Predict(StageCase at, string reason)
    {
        if (at.Work.Stage.QueueCapacity is { } room)
        {
            return at.NoFormula($"{reason}, and there is room for {room} inside (cafe.stage.{at.Name}.queue-capacity)", at.PassingAbout());
        }

        var letter = at.In.Kind == StreamKind.Poisson ? "M" : "G";
        var (model, wait, by) = at.Work.Stage switch
        {
            { Workers: 1 } => ($"{letter}/{at.Service}/1", Each(at, 1, at.In.Variability), "Kingman"),
            { Router: Routers.RoundRobin } => ($"{at.Workers} x G/{at.Service}/1", Each(at, at.Workers, at.In.Variability / at.Workers), "Kingman"),
            { Router: Routers.Random } => ($"{at.Workers} x G/{at.Service}/1", Each(at, at.Workers, StreamVariability.Thinned(at.In.Variability, 1.0 / at.Workers)), "Kingman"),
            _ => ($"{letter}/{at.Service}/{at.Workers}", AllenCunneen.MeanWait(at.Workers, at.Gap, at.In.Variability, at.Work.Occupied, at.Work.Variability), "Allen-Cunneen"),
        };
        return at.In is { Kind: StreamKind.Renewal, Letter: "D" } && at.Work.IsConstant && Routers.IsOneQueue(at.Work.Stage)
            ? new StageOutcome(at.Waiting($"D/D/{at.Workers}", "gaps and times are constant and there is a worker for each in time: nobody waits", Exactness.Exact, 0, 0), at.PassingAbout())
            : new StageOutcome(at.Waiting(model, $"approximation ({by}): {reason}", Exactness.Approximate, wait), at.PassingAbout());
    }

    private static double Each(StageCase at, int of, double variability) =>
        Kingman.MeanWait(of * at.Gap, variability, at.Work.Occupied, at.Work.Variability);
}
