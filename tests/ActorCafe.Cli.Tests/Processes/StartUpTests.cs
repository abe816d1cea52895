using System.Diagnostics;

namespace ActorCafe.Cli.Tests.Processes;

/// <summary>What a short run makes the runtime do. The JIT compiler lists the methods that it compiles.</summary>
public sealed class StartUpTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_run_in_virtual_time_starts_none_of_Akkas_timers()
    {
        // Akka's timer wheel is started for the second that a dispatcher waits before it ends, and stops with an exception: a tenth of a run's time.
        var compiled = await CompiledByAsync("run", "--orders", "10", "--quiet");

        compiled.ShouldContain("ActorCafe.Time.AkkaInternals");
        compiled.ShouldNotContain("HashedWheelTimerScheduler+<RunAsync>");
    }

    private async Task<string> CompiledByAsync(params string[] arguments)
    {
        var start = ChildProcess.StartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "actorcafe.dll"), .. arguments]);
        start.Environment["DOTNET_JitStdOutFile"] = _folder.File("compiled");
        start.Environment["DOTNET_JitDisasmSummary"] = "1";
        start.RedirectStandardOutput = true;
        using var cafe = Process.Start(start)!;
        await cafe.StandardOutput.ReadToEndAsync();
        await cafe.WaitForExitAsync();
        cafe.ExitCode.ShouldBe(0);
        return await File.ReadAllTextAsync(_folder.File("compiled"));
    }
}
