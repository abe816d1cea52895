using ActorCafe.Configuration;

namespace ActorCafe.Node.Settings;

/// <summary>The data folder of a node, created where needed, so that a node that cannot keep a book does not start.</summary>
internal static class DataFolder
{
    /// <returns>The full path.</returns>
    /// <exception cref="InputException">The folder cannot be written.</exception>
    public static string Find(NodeArguments arguments, NodeVariables variables, string otherwise, bool isNeeded)
    {
        var (name, text) = arguments.Data is { } option ? ("--data", option) : (NodeVariables.Data, variables.Find(NodeVariables.Data) ?? otherwise);
        if (string.IsNullOrWhiteSpace(text) || text.Any(char.IsControl))
        {
            throw Wrong(name, text, "it is no folder");
        }

        var path = Path.GetFullPath(text);
        if (isNeeded)
        {
            Make(name, text, path);
        }

        return path;
    }

    private static void Make(string name, string text, string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            // Only writing tells whether it can be written.
            var trial = Path.Combine(path, ".trial");
            File.WriteAllBytes(trial, []);
            File.Delete(trial);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw Wrong(name, text, File.Exists(path) ? "it is a file" : $"it cannot be written to ({problem.Message.TrimEnd('.')})");
        }
    }

    private static InputException Wrong(string name, string text, string problem) =>
        new(name, text.Length == 0 ? "(empty)" : text, problem, "name a folder that this user may write to");
}
