using ActorCafe.Configuration.Hocon;
using ActorCafe.Shop.Settings;

namespace ActorCafe;

/// <summary>A stage as configuration: its structure, and its pool in <c>akka.actor.deployment</c>.</summary>
internal static class StageLayers
{
    public static IEnumerable<HoconObject> Of(Layer call, string name, int workers, IEnumerable<string> performs, StageOptions options)
    {
        yield return HoconReader.ParseAssignment(call.Call, $"cafe.stages += {HoconPath.InQuotes(name)}");
        yield return call.At(["cafe", "stage", name], call.Object(
            ("performs", performs),
            ("worker", options.Worker),
            ("is", Word(options.Is)),
            ("queue-capacity", options.QueueCapacity),
            ("when-full", Word(options.WhenFull)),
            ("stays-with-order", options.StaysWithOrder),
            ("hand-over-time", options.HandOverTime),
            ("priority", Word(options.Priority)),
            ("patience", call.Times(options.Patience)),
            ("schedule", options.Schedule?.Select(change => call.Object(("at", change.At), ("workers", change.Workers)))),
            ("schedule-repeats", options.ScheduleRepeats),
            ("breakdown", Breakdown(call, options.Breakdown))));
        yield return Pool(call, name, ("router", options.Pool?.Name ?? options.Router ?? "shared-queue-pool"), ("nr-of-instances", workers));
        if (options.Pool is { } pool)
        {
            yield return call.At(["akka", "actor", "router", "type-mapping"], call.Object((pool.Name, pool.AssemblyQualifiedName)));
        }
    }

    /// <summary>The keys of a stage's pool.</summary>
    public static HoconObject Pool(Layer call, string stage, params IEnumerable<(string Key, object? Value)> members) =>
        call.At(["akka", "actor", "deployment", $"/cafe/{stage}"], call.Object(members));

    private static HoconObject? Breakdown(Layer call, Breakdown? breakdown) => breakdown is null ? null : call.Object(
        ("up", call.Times(breakdown.Up)),
        ("repair", call.Times(breakdown.Repair)),
        ("order", breakdown.GivesBack ? "give-back" : "resume"));

    // HOCON spells every choice in small letters.
    private static string? Word<T>(T? choice)
        where T : struct, Enum => choice?.ToString().ToLowerInvariant();
}
