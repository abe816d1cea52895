using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace ActorCafe.Cli.Tests.Processes;

/// <summary>The program at a terminal of 80 columns, created by <c>script</c> of util-linux.</summary>
internal sealed partial class PseudoTerminal : IDisposable
{
    public const string CtrlC = "\u0003";
    public const string CtrlZ = "\u001a";
    public const string Down = "\u001bOB";

    private readonly Process _process;
    private readonly StringBuilder _shown = new();
    private readonly SemaphoreSlim _showsMore = new(0);
    private readonly Task _read;

    private PseudoTerminal(TempFolder folder, string variables, string arguments, string? whenStopped)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "actorcafe.dll");
        var command = $"dotnet '{program}' {arguments}";
        // Under a shell with job control, or replacing the shell.
        command = whenStopped is null ? $"{variables} exec {command}" : $"set -m; {variables} {command}; {whenStopped}";
        var start = ChildProcess.StartInfo("script", "-q", "-e", "-f", "-c", $"stty cols 80 rows 24; {command}", "/dev/null");
        start.WorkingDirectory = folder.Path;
        start.RedirectStandardInput = start.RedirectStandardOutput = true;
        _process = Process.Start(start)!;
        _read = ReadAsync();
    }

    /// <param name="folder">The working folder.</param>
    /// <param name="variables">Environment variables.</param>
    /// <param name="arguments">Arguments of the program.</param>
    /// <param name="whenStopped">What the shell does when the program was stopped; null: there is no shell.</param>
    public static PseudoTerminal Start(TempFolder folder, string variables, string arguments, string? whenStopped = null) =>
        new(folder, variables, arguments, whenStopped);

    public async Task PressAsync(string keys)
    {
        await _process.StandardInput.WriteAsync(keys);
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Completes when the screen has shown these words.</summary>
    public async Task ShowsAsync(string words)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        while (!Shown().Contains(words, StringComparison.Ordinal))
        {
            _read.IsCompleted.ShouldBeFalse($"it ended without showing: {words}\n{Shown()}");
            await Task.WhenAny(_showsMore.WaitAsync(patience.Token), _read);
            patience.IsCancellationRequested.ShouldBeFalse($"it does not show: {words}\n{Shown()}");
        }
    }

    /// <summary>Everything shown up to the end, without colours and other styles.</summary>
    public async Task<(int ExitCode, string Shown)> EndAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        await _process.WaitForExitAsync(patience.Token);
        await _read;
        return (_process.ExitCode, Shown());
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        _showsMore.Dispose();
    }

    private string Shown()
    {
        lock (_shown)
        {
            return Styles().Replace(_shown.ToString(), "");
        }
    }

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Styles();

    private async Task ReadAsync()
    {
        var signs = new char[4096];
        while (await _process.StandardOutput.ReadAsync(signs) is > 0 and var count)
        {
            lock (_shown)
            {
                _shown.Append(signs, 0, count);
            }

            _showsMore.Release();
        }
    }
}
