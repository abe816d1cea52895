using System.Collections.Immutable;
using System.Globalization;

namespace ActorCafe.Shop.Settings;

/// <summary>The sizes and routers of a shop's pools, which stand in its stages alone.</summary>
public static class PoolSizes
{
    /// <summary>
    /// The <c>akka.actor.deployment</c> of the stages' pools, as HOCON text. It is made where an actor system starts, so that settings changed in code are
    /// what runs.
    /// </summary>
    public static string DeploymentHocon(this ShopSettings shop)
    {
        ArgumentNullException.ThrowIfNull(shop);
        return string.Concat(shop.Stages.Select(stage => string.Create(
            CultureInfo.InvariantCulture, $"akka.actor.deployment.\"/cafe/{stage.Name}\" {{ router = {stage.Router}, nr-of-instances = {stage.Workers} }}\n")));
    }

    /// <summary>The shop with another number of workers at a stage; its schedule's sizes change by as much, to no less than one.</summary>
    public static ShopSettings WithWorkers(this ShopSettings shop, int stage, int workers)
    {
        var before = shop.Stages[stage];
        return shop.WithWorkers(stage, workers, [.. before.Schedule.Select(change => change with { Workers = Math.Max(1, change.Workers + workers - before.Workers) })]);
    }

    /// <summary>The shop with pools of these sizes from opening to the end.</summary>
    public static ShopSettings WithPools(this ShopSettings shop, Func<StageSettings, int> size) =>
        shop.Stages.Aggregate(shop, (changed, stage) => changed.WithWorkers(stage.Index, size(stage), []));

    /// <summary>The shop with this number of workers at a stage at opening, and this schedule.</summary>
    public static ShopSettings WithWorkers(this ShopSettings shop, int stage, int workers, ImmutableArray<PoolChange> schedule) =>
        shop with { Stages = shop.Stages.SetItem(stage, shop.Stages[stage] with { Workers = workers, Schedule = schedule }) };
}
