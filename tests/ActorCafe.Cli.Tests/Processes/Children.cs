using System.Globalization;

namespace ActorCafe.Cli.Tests.Processes;

/// <summary>The processes that a process has started, as Linux tells of them.</summary>
internal static class Children
{
    public static IReadOnlyList<int> Of(int parent) =>
    [
        .. Directory.GetDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && Stat(id) is (_, var itsParent) && itsParent == parent),
    ];

    /// <summary>Fails if they are still there after a time; orphans may be left over as entries that nobody has asked for the exit code of.</summary>
    public static async Task HaveEndedAsync(IReadOnlyList<int> processes, TimeSpan limit)
    {
        var since = TimeProvider.System.GetTimestamp();
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (processes.Any(IsRunning))
        {
            TimeProvider.System.GetElapsedTime(since).ShouldBeLessThanOrEqualTo(limit, $"{processes.Count(IsRunning)} processes are still there");
            await looks.WaitForNextTickAsync();
        }
    }

    private static bool IsRunning(int id) => Stat(id) is ({ } state, _) && state is not ("Z" or "X");

    /// <summary>State and parent: they follow the name, which stands in parentheses and may hold anything.</summary>
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
