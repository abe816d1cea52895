
using System.Globalization;

namespace ActorCafe.Configuration.Binding;

/// <summary>Phrases shared by error messages.</summary>
internal static class ErrorText
{
    private const int Longest = 60;
    private const int Most = 20;

    /// <summary><c>a, b or c</c>.</summary>
    public static string Or(IEnumerable<string> words)
    {
        var all = words.ToArray();
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} or {all[^1]}";
    }

    /// <summary>A remedy for <paramref name="word"/>: the nearest of <paramref name="right"/>, else all of them.</summary>
    public static string Instead(string word, IReadOnlyCollection<string> right) =>
        DidYouMean.Ask(word, right) ?? Write(right);

    /// <summary>
    /// A remedy for <paramref name="word"/>, a name the user chose: <paramref name="otherwise"/>, unless one of <paramref
    /// name="right"/> is near.
    /// </summary>
    public static string InsteadOr(string otherwise, string word, IEnumerable<string> right) =>
        DidYouMean.Ask(word, right) is { } question ? $"{question} (or {otherwise})" : otherwise;

    /// <summary>As <see cref="Instead"/>, but always lists all choices.</summary>
    public static string Choices(string word, IReadOnlyCollection<string> right) =>
        DidYouMean.Ask(word, right) is { } question ? $"{question} Use {Or(right)}" : Write(right);

    /// <summary>A value as errors show it: quoted, and shortened if long.</summary>
    public static string Shown(string text) =>
        text.Length <= Longest ? $"'{text}'" : $"'{text[..Longest]}...'";

    /// <summary>A time of the shop's clock: <c>08:00:00</c>, with a fraction of a second if it has one.</summary>
    public static string Clock(TimeSpan time) => string.Create(
        CultureInfo.InvariantCulture, $"{Math.Floor(time.TotalHours):00}:{time:mm\\:ss\\.FFFFFFF}").TrimEnd('.');

    private static string Write(IReadOnlyCollection<string> right) =>
        right.Count is 0 or > Most ? "remove it" : $"write {Or(right)}";
}
