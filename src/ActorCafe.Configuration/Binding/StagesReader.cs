using System.Collections.Immutable;
using ActorCafe.Shop.Settings;

namespace ActorCafe.Configuration.Binding;

/// <summary>Reads <c>cafe.stages</c> and <c>cafe.stage</c>: the shop's structure.</summary>
internal static class StagesReader
{
    private const string Example = "[STAGE, ...]";

    private static readonly Dictionary<string, WorkerKind> Kinds = new(StringComparer.Ordinal)
    {
        ["person"] = WorkerKind.Person,
        ["machine"] = WorkerKind.Machine,
    };

    private static readonly Dictionary<string, WhenFull> Full = new(StringComparer.Ordinal)
    {
        ["block"] = WhenFull.Block,
        ["reject"] = WhenFull.Reject,
    };

    /// <param name="tree">The whole configuration.</param>
    /// <param name="cafe">The <c>cafe</c> section.</param>
    /// <param name="steps">The names of all steps.</param>
    /// <param name="distributions">Reads times.</param>
    public static ImmutableArray<StageSettings> Read(ConfigSection tree, ConfigSection cafe, IReadOnlyCollection<string> steps, DistributionReader distributions)
    {
        var names = StageNames(cafe);
        var stages = cafe.Need("stage", "write stage { ... }").Section();
        foreach (var entry in stages.Entries.Where(entry => names.All(name => name.Key != entry.Key)))
        {
            throw entry.Error("cafe.stages does not name this stage", ErrorText.InsteadOr($"add it there, or remove it with {entry.Path} = null", entry.Key, names.Select(name => name.Key)));
        }

        var deployment = new DeploymentReader(tree, [.. names.Select(name => name.Key)]);
        var performed = new Dictionary<string, string>(StringComparer.Ordinal);
        return [.. names.Select((name, index) => ReadStage(index, stages.Need(name.Key, $"write {name.Key} {{ performs = [{AnyOf(steps)}] }}", because: name), deployment, steps, performed, distributions))];
    }

    private static List<ConfigEntry> StageNames(ConfigSection cafe)
    {
        var names = new List<ConfigEntry>();
        foreach (var entry in cafe.Need("stages", $"write stages = {Example}").FilledList(Example))
        {
            var name = entry.Text("write the name of a stage");
            NameRules.CheckStage(entry, name);
            if (names.Any(other => other.Key == name))
            {
                throw entry.Error($"{name} is listed twice", "name each stage once");
            }

            names.Add(entry with { Key = name });
        }

        return names;
    }

    private static StageSettings ReadStage(int index, ConfigEntry entry, DeploymentReader deployment, IReadOnlyCollection<string> steps, Dictionary<string, string> performed, DistributionReader distributions)
    {
        var stage = entry.Section();
        stage.CheckKeys(KnownKeys.Stage);
        var pool = deployment.Read(entry.Key, entry);
        var worker = stage.Find("worker") is { } named ? Worker(named) : entry.Key;
        var kind = (stage.Find("is") is { } entered ? Kind(entered) : null) ?? (worker == "coffee-machine" ? WorkerKind.Machine : WorkerKind.Person);
        var priority = stage.Find("priority");
        var preempts = priority?.Is("preemptive") == true;
        return new()
        {
            Index = index,
            Name = entry.Key,
            Worker = worker,
            Is = kind,
            PoolRole = kind == WorkerKind.Machine ? null : pool.IsForCluster ? pool.Role : worker == "grinder" ? "grinder" : null,
            Performs = Performs(stage.Need("performs", $"write performs = [{AnyOf(steps)}]"), entry.Key, steps, performed),
            Router = pool.Router,
            Workers = pool.Workers,
            QueueCapacity = stage.Find("queue-capacity") is { } capacity && !capacity.Is("unlimited") ? (int)capacity.Whole(0, int.MaxValue, ", or unlimited") : null,
            WhenFull = stage.Find("when-full")?.Choice(Full) ?? WhenFull.Block,
            StaysWithOrder = stage.Find("stays-with-order")?.Flag() ?? false,
            HandOverTime = stage.Find("hand-over-time")?.Duration() ?? TimeSpan.Zero,
            Priority = preempts || priority?.Flag(", or preemptive") == true,
            Preempts = preempts,
            Breakdown = stage.Find("breakdown") is { } breakdown && !breakdown.Is("none") ? BreakdownReader.Read(breakdown, distributions) : null,
            Patience = CustomersReader.Patience(stage, distributions),
            Schedule = ScheduleReader.Read(stage.Find("schedule"), stage.Find("schedule-repeats")),
        };
    }

    private static string AnyOf(IReadOnlyCollection<string> steps) => steps.FirstOrDefault("STEP");

    private static WorkerKind? Kind(ConfigEntry entry)
    {
        const string Remedy = "write is = person or is = machine";
        var text = entry.Text(Remedy);
        return Kinds.TryGetValue(text, out var kind) ? kind : throw entry.Error($"{ErrorText.Shown(text)} is neither a person nor a machine", Remedy);
    }

    private static string Worker(ConfigEntry entry)
    {
        var worker = entry.Text("write worker = NAME");
        NameRules.CheckWord(entry, worker, "worker");
        return worker;
    }

    private static ImmutableArray<string> Performs(ConfigEntry entry, string stage, IReadOnlyCollection<string> steps, Dictionary<string, string> performed)
    {
        var here = entry.FilledList("[accept]").Select(item => (item, step: item.Text("write the name of a step"))).ToArray();
        foreach (var (item, step) in here)
        {
            if (!steps.Contains(step))
            {
                throw item.Error($"there is no step {ErrorText.Shown(step)} in cafe.step", ErrorText.Instead(step, steps));
            }

            if (!performed.TryAdd(step, stage))
            {
                throw item.Error(performed[step] == stage ? $"{step} is listed twice" : $"{step} is performed by {performed[step]} already", "let one stage perform it, once");
            }
        }

        return [.. here.Select(item => item.step)];
    }
}

/// <summary>Reads a stage's <c>schedule</c>: pool sizes by shop time.</summary>
internal static class ScheduleReader
{
    private const string Example = "[ { at = 2h, workers = 4 } ]";

    /// <param name="schedule">The changes; null for none.</param>
    /// <param name="repeats">When they begin again; null for never.</param>
    public static PoolSchedule Read(ConfigEntry? schedule, ConfigEntry? repeats)
    {
        var period = repeats is null || repeats.Is("none") ? (TimeSpan?)null : repeats.PositiveDuration(", or none");
        var changes = ImmutableArray.CreateBuilder<PoolChange>();
        foreach (var item in schedule?.List(Example) ?? [])
        {
            var change = item.Section("{ at, workers }", $"write schedule = {Example}");
            change.CheckKeys(KnownKeys.PoolChange);
            var entry = change.Need("at", "write at = 2h");
            var at = entry.TimeOfDayAfter(changes.Count > 0 ? changes[^1].At : null);
            if (at >= period)
            {
                throw entry.Error($"the schedule begins again after {ErrorText.Clock(period.Value)}, before this change", $"write an earlier time, or a longer {repeats!.Key}");
            }

            changes.Add(new(at, (int)change.Need("workers", "write workers = 4").Whole(0, DeploymentReader.MostWorkers)));
        }

        return changes.Count == 0 ? PoolSchedule.None : new PoolSchedule(changes.ToImmutable(), period);
    }
}
