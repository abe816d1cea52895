using System.Diagnostics;
using System.Text;

namespace ActorCafe.Faults.Tests;

/// <summary>A node of the café: a process, started as its users start it.</summary>
internal sealed class Node : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly TaskCompletionSource _up = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Node(string role, int port, int httpPort, string data, IEnumerable<string> more)
    {
        Role = role;
        Port = port;
        HttpPort = httpPort;
        var start = new ProcessStartInfo("dotnet",
        [
            Path.Combine(AppContext.BaseDirectory, "actorcafe.dll"), "node", Path.Combine(AppContext.BaseDirectory, "faults.conf"),
            "--role", role, "--port", $"{port}", "--http-port", $"{httpPort}", "--data", data, .. more,
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _up.TrySetException(new InvalidOperationException($"the {role} ended before it was up"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Role { get; }

    public int Port { get; }

    public int HttpPort { get; }

    public bool HasEnded => _process.HasExited;

    /// <summary>The address the cluster knows it by.</summary>
    public string Address => $"akka.tcp://actorcafe@127.0.0.1:{Port}";

    /// <summary>Ends when the node has said that it is up.</summary>
    public Task UpAsync() => _up.Task.WaitAsync(TimeSpan.FromSeconds(60));

    public void Signal(int signal) => Signals.Send(_process.Id, signal);

    public async Task<int> EndAsync(TimeSpan limit)
    {
        await _process.WaitForExitAsync().WaitAsync(limit);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    public override string ToString()
    {
        lock (_said)
            return $"---- {Role} at {Port}\n{_said}";
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (_said)
            _said.Append(line).Append('\n');
        if (line.Contains(" up: ", StringComparison.Ordinal))
            _up.TrySetResult();
    }
}
