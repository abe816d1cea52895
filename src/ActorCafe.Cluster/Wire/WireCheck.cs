using System.Runtime.Serialization;
using ActorCafe.Cluster.Hosts;
using ActorCafe.Cluster.Wire.Proto;

namespace ActorCafe.Cluster.Wire;

/// <summary>Holds what is read and what is written against <see cref="WireLimits"/>: a sender learns of its mistake at once.</summary>
internal static class WireCheck
{
    public static Assignment Assignment(AssignmentData? data) =>
        data is null ? throw Bad("assignment", "is missing") : new Assignment(data.Front, Number(data.Number, "assignment"));

    /// <summary>Orders and assignments are counted from 1.</summary>
    public static long Number(long value, string field) => value >= 1 ? value : throw Bad(field, $"is {value}, not a number from 1");

    public static int Count(int value, int max, string field) =>
        value >= 0 && value <= max ? value : throw Bad(field, $"is {value}, not within 0 to {max}");

    public static string Text(string value, int max, string field) =>
        value.Length <= max ? value : throw Bad(field, $"has {value.Length} characters, more than {max}");

    public static string Name(string value, string field) =>
        value.Length > 0 ? Text(value, WireLimits.MaxName, field) : throw Bad(field, "is empty");

    public static long Duration(TimeSpan value, string field) => Duration(value.Ticks, field).Ticks;

    public static TimeSpan Duration(long ticks, string field) =>
        ticks >= 0 && ticks <= WireLimits.MaxDuration.Ticks
            ? TimeSpan.FromTicks(ticks)
            : throw Bad(field, $"is {ticks} ticks, not within 0 to {WireLimits.MaxDuration.TotalDays:0} days");

    private static SerializationException Bad(string field, string problem) => new($"{field} {problem}");
}
