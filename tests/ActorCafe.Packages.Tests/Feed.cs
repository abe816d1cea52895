using System.Diagnostics;

namespace ActorCafe.Packages.Tests;

/// <summary>A folder that serves every package of the repository, as they were built with these tests.</summary>
public sealed class Feed : IAsyncLifetime, IDisposable
{
    private const string Configuration =
#if DEBUG
        "Debug";
#else
        "Release";
#endif

    private readonly TempFolder _folder = new();

    /// <summary>A version that no other feed has.</summary>
    public string Version => $"0.0.0-{System.IO.Path.GetFileName(_folder.Path)}";

    public string Path => _folder.File("feed");

    public string Package(string id, string extension = "nupkg") => System.IO.Path.Combine(Path, $"{id}.{Version}.{extension}");

    public async Task InitializeAsync()
    {
        await DotnetAsync(
            Repository.Root, "pack", "ActorCafe.sln", "--no-build", "-c", Configuration, "-o", Path, "-v", "quiet", $"-p:PackageVersion={Version}");
    }

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    /// <summary>Runs the SDK in a folder and returns what it prints.</summary>
    public static Task<string> DotnetAsync(string folder, params IEnumerable<string> arguments) => RunAsync(folder, "dotnet", arguments);

    /// <summary>Runs a program in a folder and returns what it prints. It fails if the program does.</summary>
    public static async Task<string> RunAsync(string folder, string program, params IEnumerable<string> arguments)
    {
        var start = ChildProcess.StartInfo(program, arguments);
        start.WorkingDirectory = folder;
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(8));
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
        await process.WaitForExitAsync(patience.Token);
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}\n{await output}{await errors}");
        return await output;
    }
}
