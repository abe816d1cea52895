namespace ActorCafe.Configuration;

/// <summary>Bad input: one line that names the source, the key or line, what is wrong, and what would be right.</summary>
/// <param name="source">A file as the user named it, or an option such as <c>--set</c>.</param>
/// <param name="key">A key, or <c>line N</c>.</param>
/// <param name="problem">What is wrong, without a full stop.</param>
/// <param name="remedy">What would be right, without a full stop.</param>
public sealed class InputException(string source, string key, string problem, string remedy)
    : Exception($"{OneLine(source)}: {OneLine(key)}: {OneLine(problem)}; {OneLine(remedy)}")
{
    /// <summary>What is wrong.</summary>
    public string Problem { get; } = OneLine(problem);

    /// <summary>Whether the whole of a file is at fault, and not a place in it.</summary>
    internal bool IsUnreadable(string file) => source == file && key == "file";

    private static string OneLine(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
