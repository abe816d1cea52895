using System.ComponentModel;
using System.Diagnostics;

namespace ActorCafe.Containers.Tests.Fixtures;

/// <summary>Runs <c>docker</c> at the root of the repository.</summary>
internal static class Docker
{
    /// <summary>The image is built once, from nothing, on machines that are busy.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public static string Repository { get; } = FindRepository();

    public static bool Answers(params IEnumerable<string> arguments)
    {
        try
        {
            return RunAsync([], arguments).GetAwaiter().GetResult().ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    /// <summary>What a command that succeeds prints.</summary>
    public static async Task<string> OutputAsync(IEnumerable<KeyValuePair<string, string>> environment, params string[] arguments)
    {
        var (exitCode, output, errors) = await RunAsync(environment, arguments);
        exitCode.ShouldBe(0, $"docker {string.Join(' ', arguments)}: {errors}{output}");
        return output;
    }

    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        IEnumerable<KeyValuePair<string, string>> environment, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("docker", arguments) { WorkingDirectory = Repository, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Patience);
        using var end = limit.Token.Register(() => process.Kill(entireProcessTree: true));
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        return (process.ExitCode, await output, await errors);
    }

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "docker-compose.yml")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }
}
