namespace ActorCafe.Configuration;

/// <summary>Invalid input, in one line: source, key or line, problem and remedy.</summary>
/// <param name="source">A file as the user named it, or an option such as <c>--set</c>.</param>
/// <param name="key">A key, or <c>line N</c>.</param>
/// <param name="problem">The problem, without a full stop.</param>
/// <param name="remedy">The remedy, without a full stop.</param>
internal sealed class InputException(string source, string key, string problem, string remedy)
    : Exception($"{OneLine(source)}: {OneLine(key)}: {OneLine(problem)}; {OneLine(remedy)}")
{
    /// <summary>The problem.</summary>
    public string Problem { get; } = OneLine(problem);

    /// <summary>The remedy.</summary>
    public string Remedy { get; } = OneLine(remedy);

    /// <summary>The same with another remedy besides its own.</summary>
    internal InputException Or(string other) => new(source, key, Problem, $"{Remedy}; or {other}");

    /// <summary>Whether the whole file is at fault, not a place in it.</summary>
    internal bool IsUnreadable(string file) => source == file && key == "file";

    private static string OneLine(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
