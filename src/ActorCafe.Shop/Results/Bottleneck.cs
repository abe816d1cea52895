namespace ActorCafe.Shop.Results;

/// <summary>Which stage holds the shop back.</summary>
internal static class Bottleneck
{
    /// <summary>
    /// The stage with the largest share of its workers' time in service or staying with orders (time blocked by a full
    /// next stage is the next stage's doing); of equals the first; null if nothing was measured.
    /// </summary>
    public static string? Of(IEnumerable<StageResult> stages) =>
        stages.Where(stage => stage.Utilisation is not null)
            .MaxBy(stage => stage.Utilisation + (stage.Staying ?? 0))?.Name;
}
