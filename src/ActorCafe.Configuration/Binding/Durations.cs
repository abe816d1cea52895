using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Configuration.Binding;

/// <summary>Times as a shop may have them: never negative.</summary>
internal static class Durations
{
    /// <param name="entry">Where the time stands.</param>
    /// <param name="text">The time as written.</param>
    /// <param name="remedy">What to write in place of a negative one.</param>
    /// <param name="orElse">What else may stand here.</param>
    public static TimeSpan Read(Entry entry, string text, string remedy, string orElse)
    {
        if (!HoconDuration.TryParse(text, out var time, out var problem))
        {
            // The problem names its remedy behind a semicolon.
            var parts = problem.Split("; ", 2);
            throw entry.Error(parts[0], (parts.Length > 1 ? parts[1] : remedy) + orElse);
        }

        return time >= TimeSpan.Zero ? time : throw entry.Error($"{text} is negative", remedy + orElse);
    }
}
