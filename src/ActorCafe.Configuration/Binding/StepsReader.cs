using System.Collections.Immutable;
using ActorCafe.Queueing.Distributions;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Configuration.Binding;

/// <summary>Reads <c>cafe.step</c>: the work, the same in every shop.</summary>
internal static class StepsReader
{
    /// <summary>The names of the steps.</summary>
    public static IReadOnlyCollection<string> ReadNames(ConfigSection steps)
    {
        foreach (var entry in steps.Entries)
        {
            NameRules.CheckWords(entry, entry.Key, "step");
        }

        return [.. steps.Entries.Select(entry => entry.Key)];
    }

    /// <summary>The service time of each step.</summary>
    public static Dictionary<string, Distribution> Read(ConfigSection steps, DistributionReader distributions)
    {
        var times = new Dictionary<string, Distribution>(StringComparer.Ordinal);
        foreach (var entry in steps.Entries)
        {
            var step = entry.Section();
            step.CheckKeys(KnownKeys.Step);
            times.Add(entry.Key, distributions.Read(step.Need("service", "write service { distribution = exponential, mean = 45s }")));
        }

        return times;
    }

    /// <summary>Rejects a step that no stage performs.</summary>
    public static void CheckPerformed(ConfigSection steps, ImmutableArray<StageSettings> stages, ConfigEntry structure)
    {
        foreach (var entry in steps.Entries.Where(entry => !stages.Any(stage => stage.Performs.Contains(entry.Key))))
        {
            throw entry.Error("no stage performs this step", ErrorText.InsteadOr("add it to the performs of a stage", entry.Key, stages.SelectMany(stage => stage.Performs)), because: structure);
        }
    }
}
