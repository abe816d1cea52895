using ActorCafe.Configuration.Hocon;

namespace ActorCafe.Configuration.Binding;

/// <summary>Turns of phrase that error lines share.</summary>
internal static class Words
{
    private const int Longest = 60;
    private const int Most = 20;

    /// <summary><c>a, b or c</c>.</summary>
    public static string Or(IEnumerable<string> words)
    {
        var all = words.ToArray();
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} or {all[^1]}";
    }

    /// <summary>What to write in place of <paramref name="word"/>: the nearest of <paramref name="right"/>, else all of them.</summary>
    public static string Instead(string word, IReadOnlyCollection<string> right) =>
        DidYouMean.Suggest(word, right) is { } near ? $"did you mean {near}?" : Write(right);

    /// <summary>What to do about <paramref name="word"/>, a name of the user's own: <paramref name="otherwise"/>, unless one of <paramref name="right"/> is near.</summary>
    public static string InsteadOr(string otherwise, string word, IEnumerable<string> right) =>
        DidYouMean.Suggest(word, right) is { } near ? $"did you mean {near}? (or {otherwise})" : otherwise;

    /// <summary>As <see cref="Instead"/>, but the whole list is always shown.</summary>
    public static string Choices(string word, IReadOnlyCollection<string> right) =>
        DidYouMean.Suggest(word, right) is { } near ? $"did you mean {near}? Right are {Or(right)}" : Write(right);

    /// <summary>A value as an error shows it: quoted, and not too long.</summary>
    public static string Shown(string text) =>
        text.Length <= Longest ? $"'{text}'" : $"'{text[..Longest]}...'";

    private static string Write(IReadOnlyCollection<string> right) =>
        right.Count is 0 or > Most ? "remove it" : $"write {Or(right)}";
}
