using System.Collections.Immutable;
using System.Globalization;

namespace ActorCafe.Shop.Settings;

/// <summary>A shop with other pools.</summary>
public static class PoolSizes
{
    /// <summary>The shop with so many workers at a stage; a schedule's changes go up or down by as much, to no less than one.</summary>
    public static ShopSettings WithWorkers(this ShopSettings shop, int stage, int workers)
    {
        var before = shop.Stages[stage];
        return shop.WithWorkers(stage, workers, [.. before.Schedule.Select(change => change with { Workers = Math.Max(1, change.Workers + workers - before.Workers) })]);
    }

    /// <summary>The shop with pools of these sizes from opening to the end.</summary>
    public static ShopSettings WithPools(this ShopSettings shop, Func<StageSettings, int> size) =>
        shop.Stages.Aggregate(shop, (changed, stage) => changed.WithWorkers(stage.Index, size(stage), []));

    /// <summary>The shop with so many workers at a stage at opening, and this schedule.</summary>
    public static ShopSettings WithWorkers(this ShopSettings shop, int stage, int workers, ImmutableArray<PoolChange> schedule) => shop with
    {
        Stages = shop.Stages.SetItem(stage, shop.Stages[stage] with { Workers = workers, Schedule = schedule }),
        AkkaHocon = shop.AkkaHocon + string.Create(CultureInfo.InvariantCulture, $"\nakka.actor.deployment {{ \"/cafe/{shop.Stages[stage].Name}\" {{ nr-of-instances = {workers} }} }}\n"),
    };
}
