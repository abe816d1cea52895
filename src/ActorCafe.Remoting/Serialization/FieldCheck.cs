using System.Runtime.Serialization;
using Google.Protobuf;

namespace ActorCafe.Remoting.Serialization;

/// <summary>
/// Checks the fields of a message against limits, both when it is read and when it is written: a sender learns of its mistake at once.
/// Each method returns the value or throws a <see cref="SerializationException"/> that names the field.
/// </summary>
internal static class FieldCheck
{
    /// <summary>1 or more.</summary>
    public static long Positive(long value, string field) => value >= 1 ? value : throw Invalid(field, $"is {value}, not a number from 1");

    /// <summary>0 to <paramref name="max"/>.</summary>
    public static int Count(int value, int max, string field) =>
        value >= 0 && value <= max ? value : throw Invalid(field, $"is {value}, not within 0 to {max}");

    /// <summary>At most <paramref name="max"/> characters.</summary>
    public static string Text(string value, int max, string field) =>
        value.Length <= max ? value : throw Invalid(field, $"has {value.Length} characters, more than {max}");

    /// <summary>1 to <paramref name="max"/> characters.</summary>
    public static string Name(string value, int max, string field) => value.Length > 0 ? Text(value, max, field) : throw Invalid(field, "is empty");

    /// <summary>Shortens a text to <paramref name="max"/> characters, for what only people read.</summary>
    public static string Truncate(string value, int max) => value.Length <= max ? value : value[..max];

    /// <summary>A duration in ticks of 100 ns, from 0 to <paramref name="max"/>.</summary>
    public static TimeSpan Duration(long ticks, TimeSpan max, string field) =>
        ticks >= 0 && ticks <= max.Ticks ? TimeSpan.FromTicks(ticks) : throw Invalid(field, $"is {ticks} ticks, not within 0 to {max.TotalDays:0} days");

    /// <summary>A field that must be there.</summary>
    public static T Present<T>(T? value, string field)
        where T : class, IMessage => value ?? throw Invalid(field, "is missing");

    private static SerializationException Invalid(string field, string problem) => new($"{field} {problem}");
}
