namespace ActorCafe.Cli.Files;

/// <summary>An output that could be opened and then not be written, a full disk say.</summary>
internal sealed class OutputException(string option, string path, string problem)
    : Exception($"{option}: {path}: could not be written: {problem}");
