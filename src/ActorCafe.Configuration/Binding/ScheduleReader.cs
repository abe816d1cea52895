using System.Collections.Immutable;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Configuration.Binding;

/// <summary>Reads a stage's <c>schedule</c>: the pool resized at shop times.</summary>
internal static class ScheduleReader
{
    private const string Example = "[ { at = 2h, workers = 4 } ]";

    public static ImmutableArray<PoolChange> Read(Entry schedule)
    {
        var changes = ImmutableArray.CreateBuilder<PoolChange>();
        foreach (var item in schedule.List(Example))
        {
            var change = item.Section("{ at, workers }", $"write schedule = {Example}");
            change.CheckKeys(KnownKeys.PoolChange);
            var entry = change.Need("at", "write at = 2h");
            var at = entry.Duration();
            if (changes.Count > 0 && at <= changes[^1].At)
            {
                throw entry.Error("the time is not after that of the change before it", "write the changes in order of time");
            }

            changes.Add(new(at, (int)change.Need("workers", "write workers = 4").Whole(1, DeploymentReader.MostWorkers)));
        }

        return changes.ToImmutable();
    }
}
