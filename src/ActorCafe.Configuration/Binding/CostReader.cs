using System.Collections.Immutable;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Configuration.Binding;

/// <summary>Reads <c>cafe.cost</c>: the cost per hour of a worker at each stage.</summary>
internal static class CostReader
{
    private const double Person = 15;
    private const double Machine = 4;

    public static ImmutableArray<double> Read(ConfigSection tree, ImmutableArray<StageSettings> stages)
    {
        var cost = tree.Find("cafe")?.Section().Find("cost")?.Section();
        foreach (var entry in cost?.Entries ?? [])
        {
            if (stages.All(stage => stage.Name != entry.Key))
            {
                throw entry.Error("cafe.stages does not name this stage", ErrorText.InsteadOr($"remove it with {entry.Path} = null", entry.Key, stages.Select(stage => stage.Name)));
            }
        }

        return [.. stages.Select(stage => cost?.Find(stage.Name)?.NotNegative() ?? (stage.Is == WorkerKind.Machine ? Machine : Person))];
    }
}
