using System.Collections.Immutable;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Configuration.Binding;

/// <summary>Reads <c>cafe.cost</c>: what a worker of a stage costs an hour.</summary>
internal static class CostReader
{
    private const double Person = 15;
    private const double Machine = 4;

    public static ImmutableArray<double> Read(Section tree, ImmutableArray<StageSettings> stages)
    {
        var cost = tree.Find("cafe")?.Section().Find("cost")?.Section();
        foreach (var entry in cost?.Entries ?? [])
        {
            if (stages.All(stage => stage.Name != entry.Key))
            {
                throw entry.Error("cafe.stages does not name this stage", Words.InsteadOr($"remove it with {entry.Path} = null", entry.Key, stages.Select(stage => stage.Name)));
            }
        }

        return [.. stages.Select(stage => cost?.Find(stage.Name)?.NotNegative() ?? (stage.Is == WorkerKind.Machine ? Machine : Person))];
    }
}
