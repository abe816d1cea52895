using System.Diagnostics;
using System.Text.RegularExpressions;

namespace ActorCafe.Cli.Clusters;

/// <summary>A node as a child process, which ends when this process closes the child's standard input.</summary>
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

    /// <summary>The node's address, once it is up; null if it ended before.</summary>
    public Task<NodeAddress?> Up => _up.Task;

    /// <summary>The exit code, once all output is read.</summary>
    public Task<int> Ended { get; }

    public static NodeProcess Start(IEnumerable<string> arguments, Action<string> log) =>
        new(Process.Start(ThisProgram.StartInfo(arguments))!, log);

    /// <summary>Asks the node to hand over, leave the cluster and exit.</summary>
    public void Close() => _process.StandardInput.Close();

    /// <summary>Sends SIGKILL.</summary>
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

/// <param name="Actors">The node's address in the cluster: <c>akka.tcp://actorcafe@127.0.0.1:4053</c>.</param>
/// <param name="Http">The address of its HTTP.</param>
internal sealed partial record NodeAddress(string Actors, Uri Http)
{
    /// <summary>Parses the line that a node prints when it is up; null for any other line.</summary>
    public static NodeAddress? Read(string line) =>
        Up().Match(line) is { Success: true } match ? new(match.Groups["actors"].Value, new(match.Groups["http"].Value)) : null;

    [GeneratedRegex(@"\A[a-z, ]+ up: (?<actors>akka\S*://\S+), (?<http>http://[^\s,]+), management on http://\S+\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Up();
}

/// <summary>Starts this program again.</summary>
internal static class ThisProgram
{
    /// <summary>Start information for this program with other arguments and all three streams redirected.</summary>
    public static ProcessStartInfo StartInfo(IEnumerable<string> arguments)
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this program is not known.");
        // When started as dotnet actorcafe.dll, the executable is dotnet and the program its first argument.
        string[] dll = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [Path.Combine(AppContext.BaseDirectory, "actorcafe.dll")] : [];
        return new ProcessStartInfo(program, [.. dll, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }
}
