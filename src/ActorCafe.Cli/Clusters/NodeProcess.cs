using System.Diagnostics;

namespace ActorCafe.Cli.Clusters;

/// <summary>A node as a child process, which ends when this one lets go of its standard input.</summary>
internal sealed class NodeProcess : IDisposable
{
    private readonly Process _process;
    private readonly Action<string> _log;
    private readonly TaskCompletionSource<NodeAddress?> _up = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private NodeProcess(Process process, Action<string> log)
    {
        _process = process;
        _log = log;
        Ended = WatchAsync();
    }

    /// <summary>Where the node is reached, once it is up; null if it ended before.</summary>
    public Task<NodeAddress?> Up => _up.Task;

    /// <summary>The exit code, once all it wrote is read.</summary>
    public Task<int> Ended { get; }

    public static NodeProcess Start(IEnumerable<string> arguments, Action<string> log) =>
        new(Process.Start(Self.Again(arguments))!, log);

    /// <summary>Asks the node to hand over, to leave and to end.</summary>
    public void Close() => _process.StandardInput.Close();

    /// <summary>SIGKILL.</summary>
    public void Kill() => _process.Kill();

    public void Dispose() => _process.Dispose();

    private async Task<int> WatchAsync()
    {
        await Task.WhenAll(ReadOutputAsync(), ReadErrorsAsync());
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    private async Task ReadOutputAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (NodeAddress.Read(line) is { } address)
            {
                _up.TrySetResult(address);
            }
        }

        _up.TrySetResult(null);
    }

    private async Task ReadErrorsAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            _log(line);
        }
    }
}
