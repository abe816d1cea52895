using System.Globalization;

namespace ActorCafe.Cli.Clusters;

/// <summary>Restarts a node that ends unexpectedly, as an orchestrator would, up to a limit.</summary>
internal sealed class NodeSupervisor(NodeSpec plan, Action<string> announce, Action<string> log)
{
    private const int MostRestarts = 5;
    private static readonly TimeSpan BeforeRestart = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource<NodeAddress?> _firstUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private NodeProcess? _process;
    private NodeAddress? _address;
    private bool _isClosing;
    private bool _staysAway;

    public NodeSpec Plan { get; } = plan;

    /// <summary>The node's address; null before it was first up.</summary>
    public NodeAddress? Address => Volatile.Read(ref _address);

    /// <summary>The node's address once it is first up; null if it could not be started.</summary>
    public Task<NodeAddress?> FirstUp => _firstUp.Task;

    /// <summary>Completes when the node has ended for good.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    public void Start() => Ended = KeepAsync();

    /// <summary>Sends SIGKILL.</summary>
    /// <param name="staysAway">Whether it must not be restarted.</param>
    public void Kill(bool staysAway)
    {
        lock (_gate)
        {
            _staysAway = staysAway;
            _process?.Kill();
        }
    }

    /// <summary>Asks the node to exit for good.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosing = true;
            _process?.Close();
        }
    }

    private async Task KeepAsync()
    {
        for (var restarts = 0; Start(out var process); restarts++)
        {
            using (process)
            {
                if (await process.Up is { } up)
                {
                    Volatile.Write(ref _address, up);
                    if (!_firstUp.TrySetResult(up))
                    {
                        announce($"{Plan.Name} is up again");
                    }
                }

                var exitCode = await process.Ended;
                if (IsToEnd(process, restarts, exitCode))
                {
                    break;
                }
            }

            await Task.Delay(BeforeRestart, TimeProvider.System);
        }

        _firstUp.TrySetResult(null);
    }

    private bool Start(out NodeProcess process)
    {
        lock (_gate)
        {
            process = _isClosing ? null! : NodeProcess.Start(Plan.Arguments, line => log($"{Plan.Name}: {line}"));
            _process = _isClosing ? null : process;
            return !_isClosing;
        }
    }

    private bool IsToEnd(NodeProcess ended, int restarts, int exitCode)
    {
        lock (_gate)
        {
            if (_process == ended)
            {
                _process = null;
            }
            // A node that was never up has printed the reason and would fail again.
            if (_isClosing || _staysAway || Address is null)
            {
                return true;
            }
        }

        var isEnough = restarts == MostRestarts;
        announce(string.Create(CultureInfo.InvariantCulture,
            $"{Plan.Name} ended unasked (exit code {exitCode}) and is {(isEnough ? $"not started again: that was {MostRestarts + 1} times" : "started again")}"));
        return isEnough;
    }
}
