namespace ActorCafe.Analysis.Prediction;

/// <summary>A stage's prediction, with what follows from it for others.</summary>
/// <param name="Prediction">The stage's own.</param>
/// <param name="Out">The orders it passes on.</param>
internal sealed record StageOutcome(StagePrediction Prediction, CustomerStream Out)
{
    /// <summary>Mean seconds an order waits outside, before it enters the queue.</summary>
    public double Outside { get; init; }
}
