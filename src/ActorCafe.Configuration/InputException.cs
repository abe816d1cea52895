namespace ActorCafe.Configuration;

/// <summary>Bad input: one line that names the source, the key or line, what is wrong, and what would be right.</summary>
public sealed class InputException : Exception
{
    /// <param name="source">A file as the user named it, or an option such as <c>--set</c>.</param>
    /// <param name="key">A key, or <c>line N</c>.</param>
    /// <param name="problem">What is wrong, without a full stop.</param>
    /// <param name="remedy">What would be right, without a full stop.</param>
    public InputException(string source, string key, string problem, string remedy)
        : base($"{OneLine(source)}: {OneLine(key)}: {OneLine(problem)}; {OneLine(remedy)}")
    {
    }

    private static string OneLine(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
