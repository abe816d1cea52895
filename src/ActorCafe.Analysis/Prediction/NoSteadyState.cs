namespace ActorCafe.Analysis.Prediction;

/// <summary>A shop of which theory knows the capacity and nothing else.</summary>
internal static class NoSteadyState
{
    /// <param name="why">What stands in the way, in words.</param>
    public static ShopPrediction Because(ShopWork work, string why) => new()
    {
        Shop = work.Settings.Name,
        Stages = [.. work.Stages.Select(stage => new StagePrediction { Name = stage.Stage.Name, Workers = stage.Stage.Workers, Why = why })],
        Exactness = Exactness.None,
        Why = why,
    };
}
