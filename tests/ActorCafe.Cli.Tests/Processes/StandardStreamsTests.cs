using System.Diagnostics;

namespace ActorCafe.Cli.Tests.Processes;

/// <summary>Standard streams that are closed, full, or without a reader, as a shell gives them to the program.</summary>
[Collection(SequentialProcesses.OneAfterTheOther)]
public sealed class StandardStreamsTests
{
    [Theory]
    [InlineData("run --orders 3 >&-", "actorcafe: the output could not be written: standard output is closed\n")]
    [InlineData("run --orders 3 --json - <&- >&-", "actorcafe: the output could not be written: standard output is closed\n")]
    [InlineData("check >/dev/full", "actorcafe: the output could not be written: No space left on device\n")]
    public async Task Output_that_cannot_be_written_is_an_error_of_one_line(string command, string line)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        (await ShellAsync($"cafe {command}")).ShouldBe((1, "", line));
    }

    [Theory]
    [InlineData("nonsense 2>/dev/full", 2)]
    [InlineData("nonsense 2>&-", 2)]
    [InlineData("check >&- 2>&- <&-", 1)]
    public async Task Errors_that_nobody_can_read_change_no_exit_code(string command, int exitCode)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        (await ShellAsync($"cafe {command}")).ShouldBe((exitCode, "", ""));
    }

    [Fact]
    public async Task A_command_whose_reader_has_gone_away_ends_quietly()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // The paced run would take hours. The braces tell its exit code on the errors, the only stream left.
        var (_, output, errors) = await ShellAsync("{ cafe watch --set cafe.clock.time-scale=1; echo $? >&2; } | true");

        output.ShouldBe("");
        errors.ShouldBe("1\n");
    }

    private static async Task<(int ExitCode, string Output, string Errors)> ShellAsync(string script)
    {
        var start = new ProcessStartInfo("sh", ["-c", $"cafe() {{ dotnet \"$0\" \"$@\"; }}; {script}", Path.Combine(AppContext.BaseDirectory, "actorcafe.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var shell = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        var errors = shell.StandardError.ReadToEndAsync(patience.Token);
        var output = await shell.StandardOutput.ReadToEndAsync(patience.Token);
        await shell.WaitForExitAsync(patience.Token);
        return (shell.ExitCode, output, await errors);
    }
}
