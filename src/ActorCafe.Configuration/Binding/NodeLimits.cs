using ActorCafe.Shop.Results;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Configuration.Binding;

/// <summary>Rejects settings that a simulation supports and a cluster does not.</summary>
internal static class NodeLimits
{
    private static readonly (string Key, Func<StageSettings, bool> Has, string What, string Remedy)[] Limits =
    [
        ("breakdown", stage => stage.Breakdown is not null, "workers of a cluster cannot be made to break down", "write breakdown = none, or simulate the shop with run"),
        ("schedule", stage => OfferedLoad.SmallestPool(stage) == 0, "a stage of a cluster always has workers", "write 1 or more workers in each entry, or simulate the shop with run"),
        ("priority", stage => stage.Preempts, "orders on a cluster cannot be interrupted", "write priority = on, or simulate the shop with run"),
    ];

    public static void Check(ConfigSection tree, ShopSettings shop)
    {
        var stages = tree.Find("cafe")!.Section().Find("stage")!.Section();
        foreach (var stage in shop.Stages)
        {
            foreach (var (key, has, what, remedy) in Limits)
            {
                if (has(stage))
                {
                    throw stages.Find(stage.Name)!.Section().Find(key)!.Error(what, remedy);
                }
            }
        }
    }
}
