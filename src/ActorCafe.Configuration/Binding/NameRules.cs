using System.Globalization;
using System.Text;

namespace ActorCafe.Configuration.Binding;

/// <summary>Validates the names of steps, drinks, stages and workers. Those of stages become actor names and column headings.</summary>
internal static class NameRules
{
    // Actors of the shop itself, siblings of its stages.
    private static readonly string[] Taken = ["customers", "pick-up-counter"];

    /// <summary>Rejects a name of a drink or a step with anything but letters of any language, digits, - and _, and spaces between them.</summary>
    public static void CheckWords(ConfigEntry named, string name, string kind)
    {
        if (name.Split(' ').Any(word => !IsWord(word)))
        {
            throw named.Error(NoName(name, kind), "use letters, digits, - and _, and single spaces between words");
        }
    }

    /// <summary>Rejects a name of a stage or a worker with anything but letters of any language, digits, - and _.</summary>
    public static void CheckWord(ConfigEntry named, string name, string kind)
    {
        if (!IsWord(name))
        {
            throw named.Error(NoName(name, kind), "use letters, digits, - and _");
        }
    }

    /// <summary>As <see cref="CheckWord"/>, and rejects the names of the shop's own actors.</summary>
    public static void CheckStage(ConfigEntry named, string name)
    {
        CheckWord(named, name, "stage");
        if (Taken.Contains(name))
        {
            throw named.Error($"the name {ErrorText.Shown(name)} belongs to the shop itself", "give the stage another name");
        }
    }

    /// <summary>Whether <paramref name="text"/> may be the name of a stage.</summary>
    public static bool IsWord(string text) => text.Length > 0 && text.EnumerateRunes().All(IsAllowed);

    // Scripts such as Devanagari write letters with marks, and an accent may be a mark of its own.
    private static bool IsAllowed(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string NoName(string name, string kind) => $"{ErrorText.Shown(name)} is not a name for a {kind}";
}
