namespace ActorCafe.Shop.Results;

/// <summary>Finds the stage that limits a shop's throughput.</summary>
internal static class Bottleneck
{
    /// <summary>
    /// Returns the stage with the largest share of its workers' time in service or staying with orders; the first of several, null if nothing was measured.
    /// Time blocked by a full next stage does not count, because the next stage causes it.
    /// </summary>
    public static string? Of(IEnumerable<StageResult> stages) =>
        stages.Where(stage => stage.Utilisation is not null)
            .MaxBy(stage => stage.Utilisation + (stage.Staying ?? 0))?.Name;
}
