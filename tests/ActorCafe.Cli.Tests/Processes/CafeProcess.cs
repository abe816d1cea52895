using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace ActorCafe.Cli.Tests.Processes;

/// <summary>The program as a separate process.</summary>
internal sealed partial class CafeProcess : IDisposable
{
    public const int Interrupt = 2;
    public const int Terminate = 15;
    public const int Kill = 9;
    public const int Stop = 19;
    public const int Continue = 18;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly StringBuilder _errors = new();
    private readonly Task<string> _output;
    private readonly Task _errorsRead;
    private readonly TaskCompletionSource<string> _firstLine = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _awaited = [];

    private CafeProcess(string folder, string[] arguments)
    {
        var start = ChildProcess.StartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "actorcafe.dll"), .. arguments]);
        start.WorkingDirectory = folder;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        _process = Process.Start(start)!;
        _output = ReadOutputAsync();
        _errorsRead = ReadErrorsAsync();
    }

    public int Id => _process.Id;

    public static CafeProcess Start(TempFolder folder, params string[] arguments) => new(folder.Path, arguments);

    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(TempFolder folder, params string[] arguments)
    {
        using var cafe = Start(folder, arguments);
        return await cafe.EndAsync();
    }

    /// <summary>Completes when a line on standard error contains these words, before or after the call.</summary>
    public async Task SaysAsync(string words)
    {
        var awaited = _awaited.GetOrAdd(words, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (_errors)
        {
            if (_errors.ToString().Contains(words, StringComparison.Ordinal))
            {
                awaited.TrySetResult();
            }
        }

        using var patience = new CancellationTokenSource(Patience);
        await Task.WhenAny(awaited.Task, _errorsRead, Task.Delay(Timeout.Infinite, patience.Token));
        awaited.Task.IsCompleted.ShouldBeTrue($"{(_errorsRead.IsCompleted ? "it ended without saying" : "it does not say")}: {words}\n{Errors()}");
    }

    /// <summary>The first line of standard output, once written.</summary>
    public Task<string> FirstLineAsync() => _firstLine.Task.WaitAsync(Patience);

    public void Signal(int signal) => SendSignal(_process.Id, signal).ShouldBe(0);

    /// <summary>The exit code and all output.</summary>
    public async Task<(int ExitCode, string Output, string Errors)> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        await _errorsRead.WaitAsync(patience.Token);
        return (_process.ExitCode, await _output.WaitAsync(patience.Token), Errors());
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);

    private string Errors()
    {
        lock (_errors)
        {
            return _errors.ToString();
        }
    }

    private async Task<string> ReadOutputAsync()
    {
        var first = await _process.StandardOutput.ReadLineAsync();
        _firstLine.TrySetResult(first ?? "(nothing)");
        // Line ends differ between Windows and Linux, and no test depends on them.
        return first is null ? "" : $"{first}\n{await _process.StandardOutput.ReadToEndAsync()}";
    }

    private async Task ReadErrorsAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            lock (_errors)
            {
                _errors.Append(line).Append('\n');
            }

            foreach (var (words, awaited) in _awaited)
            {
                if (line.Contains(words, StringComparison.Ordinal))
                {
                    awaited.TrySetResult();
                }
            }
        }
    }
}
