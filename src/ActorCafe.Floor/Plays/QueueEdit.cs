using ActorCafe.Shop.Settings;

namespace ActorCafe.Floor.Plays;

/// <summary>Another queue discipline for a stage, during the whole run.</summary>
/// <param name="Stage">The stage's index.</param>
/// <param name="Router">One of <see cref="StageSettings.Routers"/>.</param>
internal sealed record QueueEdit(int Stage, string Router)
{
    /// <summary>The edit as an address has it: <c>grinder:round-robin-pool</c>.</summary>
    public string Text(ShopSettings shop) => $"{shop.Stages[Stage].Name}:{Router}";

    /// <summary>The shop with these queue disciplines.</summary>
    public static ShopSettings Apply(ShopSettings shop, IReadOnlyList<QueueEdit> edits) => shop with
    {
        Stages = [.. shop.Stages.Select(stage => edits.FirstOrDefault(edit => edit.Stage == stage.Index) is { } edit ? stage with { Router = edit.Router } : stage)],
    };
}
