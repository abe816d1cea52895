using System.Globalization;

namespace ActorCafe.Containers.Tests.Fixtures;

/// <summary>A Compose project of the repository's own docker-compose.yml, under a name of the tests' own.</summary>
internal sealed class ComposeProject(IReadOnlyDictionary<string, string> environment, params string[] options)
{
    private const string Name = "actorcafe-test";

    public ComposeProject()
        : this(new Dictionary<string, string>())
    {
    }

    public async Task<string> RunAsync(params IEnumerable<string> arguments) =>
        await Docker.OutputAsync(environment, ["compose", "--project-name", Name, .. options, .. arguments]);

    public Task<(int ExitCode, string Output, string Errors)> TryAsync(params IEnumerable<string> arguments) =>
        Docker.RunAsync(environment, ["compose", "--project-name", Name, .. options, .. arguments]);

    /// <summary>Brings the café to a size; it is ready when this completes.</summary>
    public Task UpAsync(int machines = 1, int grinders = 1) => RunAsync(
        "up", "--detach", "--no-build", "--wait", "--wait-timeout", "180",
        "--scale", string.Create(CultureInfo.InvariantCulture, $"machine={machines}"),
        "--scale", string.Create(CultureInfo.InvariantCulture, $"grinder={grinders}"));

    /// <summary>Kills the program in a container as a failure does: the engine restarts no container that it has been told to kill.</summary>
    /// <param name="service">The service of the container.</param>
    public Task KillProgramAsync(string service) =>
        RunAsync("exec", "--no-TTY", service, "bash", "-c", "kill -KILL $(cat /proc/1/task/1/children)");

    /// <summary>The state of each container, of those that have ended too.</summary>
    /// <param name="format">A template of <c>docker inspect</c>.</param>
    public async Task<IReadOnlyList<string>> InspectAsync(string format)
    {
        var containers = Lines(await RunAsync("ps", "--all", "--quiet"));
        return Lines(await Docker.OutputAsync(environment, ["inspect", "--format", format, .. containers]));
    }

    public Task RemoveAsync() => RunAsync("--profile", "*", "down", "--volumes", "--remove-orphans", "--timeout", "10");

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
