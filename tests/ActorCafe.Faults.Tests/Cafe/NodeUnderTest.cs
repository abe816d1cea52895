using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace ActorCafe.Faults.Tests.Cafe;

/// <summary>A node as a separate process.</summary>
internal sealed partial class NodeUnderTest : IDisposable
{
    private static readonly ConcurrentDictionary<int, NodeUnderTest> Running = [];

    private static readonly string? LogFolder = Environment.GetEnvironmentVariable("ACTORCAFE_FAULTS_LOGS");

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _log = [];
    private readonly TaskCompletionSource _up = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _read;

    static NodeUnderTest()
    {
        // Leaves nothing behind however the tests end. If they are killed, this is not called, but the nodes' standard input
        // closes.
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            foreach (var node in Running.Values)
            {
                node.Dispose();
            }
        };
    }

    private NodeUnderTest(NodePlace place, ProcessStartInfo start)
    {
        Place = place;
        _process = Process.Start(start)!;
        Running[_process.Id] = this;
        _read = Task.WhenAll(ReadAsync(_process.StandardOutput, isOutput: true), ReadAsync(_process.StandardError, isOutput: false));
    }

    public NodePlace Place { get; }

    public bool IsRunning => !_process.HasExited;

    public int ProcessId => _process.Id;

    /// <summary>The processor time it has used.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The address of its health checks, as it reports when it is up.</summary>
    public Uri Management => ManagementIn().Match(string.Join('\n', _log)) is { Success: true } found
        ? new Uri(found.Groups["address"].Value)
        : throw new InvalidOperationException($"{Place.Name} reports no address of its management:\n{string.Join('\n', _log)}");

    /// <summary>The last lines of its output.</summary>
    public IEnumerable<string> Log => _log;

    public static NodeUnderTest Start(NodePlace place, string shop, IEnumerable<NodePlace> seeds)
    {
        string[] command =
        [
            .. place.Namespace is { } space ? ["ip", "netns", "exec", space] : Array.Empty<string>(),
            .. place.Niceness > 0 ? ["nice", "-n", Text(place.Niceness)] : Array.Empty<string>(),
            "dotnet", Path.Combine(AppContext.BaseDirectory, "actorcafe.dll"), "node", shop, "--role", place.Role,
            "--hostname", place.Host, "--port", Text(place.Port), "--http-host", place.Host, "--http-port", Text(place.HttpPort),
            "--data", place.Data, "--log-level", "info", "--while-stdin-open",
            .. seeds.SelectMany(seed => new[] { "--seed-node", seed.SeedNode }), .. place.Options,
        ];
        var start = ChildProcess.StartInfo(command[0], command.Skip(1));
        start.WorkingDirectory = Path.GetDirectoryName(shop);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        return new NodeUnderTest(place, start);
    }

    /// <summary>Completes when the node reports that it is up.</summary>
    public Task UpAsync() => _up.Task;

    public void Send(Signal signal) => Send(_process.Id, signal);

    public static void Send(int process, Signal signal) => Kill(process, (int)signal).ShouldBe(0, $"{signal} to {process}");

    /// <summary>The exit code, once the process has ended.</summary>
    public async Task<int> EndAsync(TimeSpan patience)
    {
        using var late = new CancellationTokenSource(patience);
        try
        {
            await _process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"{Place.Name} has not ended after {patience.TotalSeconds} s");
        }

        await _read;
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (Running.TryRemove(_process.Id, out _))
        {
            if (!_process.HasExited)
            {
                _process.Kill();
            }

            _process.Dispose();
        }
    }

    [GeneratedRegex(@"management on (?<address>http://[^\s,;]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex ManagementIn();

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task ReadAsync(StreamReader reader, bool isOutput)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            _log.Enqueue(line);
            if (LogFolder is not null && !isOutput)
            {
                await File.AppendAllTextAsync(Path.Combine(LogFolder, Place.Name + ".log"), line + "\n");
            }

            while (_log.Count > 400)
            {
                _log.TryDequeue(out _);
            }

            if (isOutput)
            {
                _up.TrySetResult();
            }
        }

        if (isOutput)
        {
            _up.TrySetException(new InvalidOperationException($"{Place.Name} ended before it was up:\n{string.Join('\n', _log)}"));
        }
    }
}
