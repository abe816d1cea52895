using System.Globalization;

namespace ActorCafe.Shop.Settings;

/// <summary>Reads and changes the pools of a shop. Their sizes and routers are kept in its stages only.</summary>
internal static class PoolSizes
{
    /// <summary>
    /// Returns the stages' <c>akka.actor.deployment</c> as HOCON text, made when a system starts so that settings changed in code take effect.
    /// </summary>
    public static string DeploymentHocon(this ShopSettings shop)
    {
        ArgumentNullException.ThrowIfNull(shop);
        return string.Concat(shop.Stages.Select(stage => string.Create(
            CultureInfo.InvariantCulture, $"akka.actor.deployment.\"/cafe/{stage.ActorName}\" {{ router = {stage.Router}, nr-of-instances = {stage.Workers} }}\n")));
    }

    /// <summary>Returns the shop with one more worker at a stage whenever somebody works there.</summary>
    public static ShopSettings WithOneMore(this ShopSettings shop, int stage) =>
        shop.WithWorkers(stage, OneMore(shop.Stages[stage].Workers), shop.Stages[stage].Schedule.Resized(OneMore));

    /// <summary>Returns the shop with pools of these sizes from opening to the end, without schedules.</summary>
    public static ShopSettings WithPools(this ShopSettings shop, Func<StageSettings, int> size) =>
        shop.Stages.Aggregate(shop, (changed, stage) => changed.WithWorkers(stage.Index, size(stage), PoolSchedule.None));

    /// <summary>Returns the shop with this number of workers at a stage at opening, and this schedule.</summary>
    public static ShopSettings WithWorkers(this ShopSettings shop, int stage, int workers, PoolSchedule schedule) =>
        shop with { Stages = shop.Stages.SetItem(stage, shop.Stages[stage] with { Workers = workers, Schedule = schedule }) };

    private static int OneMore(int workers) => workers == 0 ? 0 : workers + 1;
}
