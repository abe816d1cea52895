using System.Collections.Immutable;
using ActorCafe.Shop;

namespace ActorCafe.Cli.Watching;

/// <summary>A shop at a moment: all that is drawn of it.</summary>
/// <param name="Moment">Where the run has come to.</param>
/// <param name="Stages">The stages, in their order.</param>
/// <param name="Served">Orders served so far.</param>
/// <param name="Lost">Orders that left without coffee.</param>
/// <param name="InShop">Orders placed that have not left.</param>
/// <param name="PickUpQueue">Customers who have ordered and wait for their coffee.</param>
/// <param name="Concurrency">Orders in progress.</param>
/// <param name="Parallelism">Workers in service.</param>
internal sealed record Scene(
    ShopMoment Moment, ImmutableArray<StageScene> Stages, long Served, long Lost, int InShop, int PickUpQueue, Dial Concurrency, Dial Parallelism)
{
    /// <summary>Workers of all stages.</summary>
    public int Workers => Stages.Sum(stage => stage.Workers.Length);
}
