using System.Globalization;

namespace ActorCafe.Cli.Tests.Processes;

/// <summary>Finds the child processes of a process on Linux.</summary>
internal static class ChildProcesses
{
    public static IReadOnlyList<int> Of(int parent) =>
    [
        .. Directory.GetDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && Stat(id) is (_, var itsParent) && itsParent == parent),
    ];

    /// <summary>Those that still run. Zombies, whose exit code nobody has read, do not count.</summary>
    public static IEnumerable<int> Running(IEnumerable<int> processes) => processes.Where(IsRunning);

    private static bool IsRunning(int id) => Stat(id) is ({ } state, _) && state is not ("Z" or "X");

    /// <summary>State and parent follow the name, which is in parentheses and may contain anything.</summary>
    private static (string? State, int Parent) Stat(int id)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return (fields[0], int.Parse(fields[1], CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            return (null, 0);
        }
    }
}
