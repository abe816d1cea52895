using System.Globalization;
using ActorCafe.Floor.Clusters;

namespace ActorCafe.Cli.Clusters;

/// <summary>Restarts a node that ends unexpectedly, as an orchestrator would, up to a limit. A node that is killed on request does not count towards it.</summary>
internal sealed class NodeSupervisor(NodeSpec plan, Action<string> announce, Action<string> log)
{
    private const int MostRestarts = 5;
    private static readonly TimeSpan BeforeRestart = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource<NodeAddress?> _firstUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private NodeProcess? _process;
    private NodeAddress? _address;
    private ClusterNodeState _state;
    private long _since = TimeProvider.System.GetTimestamp();
    private bool _isClosing;
    private bool _staysAway;
    private bool _isKilled;
    private int _restarts;

    public NodeSpec Plan { get; } = plan;

    /// <summary>The node's address; null before it was first up.</summary>
    public NodeAddress? Address => Volatile.Read(ref _address);

    /// <summary>The node's address once it is first up; null if it could not be started.</summary>
    public Task<NodeAddress?> FirstUp => _firstUp.Task;

    /// <summary>Completes when the node has ended for good.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    /// <summary>What the node's process does now.</summary>
    public ClusterNode Now
    {
        get
        {
            lock (_gate)
            {
                var startsAgain = _state == ClusterNodeState.Killed && !_staysAway && !_isClosing;
                return new(Plan.Name, Plan.Role, _address?.Actors, _state, TimeProvider.System.GetElapsedTime(_since), startsAgain);
            }
        }
    }

    public void Start() => Ended = KeepAsync();

    /// <summary>Sends SIGKILL.</summary>
    /// <param name="staysAway">Whether it must not be restarted.</param>
    public void Kill(bool staysAway)
    {
        lock (_gate)
        {
            (_staysAway, _isKilled) = (staysAway, true);
            Enter(ClusterNodeState.Killed);
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
        while (Start(out var process))
        {
            using (process)
            {
                if (await process.Up is { } up)
                {
                    BeUp(up);
                }

                var exitCode = await process.Ended;
                if (IsToEnd(process, exitCode))
                {
                    break;
                }
            }

            await Task.Delay(BeforeRestart, TimeProvider.System);
        }

        _firstUp.TrySetResult(null);
    }

    private void BeUp(NodeAddress address)
    {
        lock (_gate)
        {
            _address = address;
            if (!_isKilled)
            {
                Enter(ClusterNodeState.Running);
            }
        }

        if (!_firstUp.TrySetResult(address))
        {
            announce($"{Plan.Name} is up again");
        }
    }

    private bool Start(out NodeProcess process)
    {
        lock (_gate)
        {
            _isKilled = false;
            Enter(_isClosing ? ClusterNodeState.Ended : ClusterNodeState.Starting);
            process = _isClosing ? null! : NodeProcess.Start(Plan.Arguments, line => log($"{Plan.Name}: {line}"));
            _process = _isClosing ? null : process;
            return !_isClosing;
        }
    }

    private bool IsToEnd(NodeProcess ended, int exitCode)
    {
        bool isToEnd;
        string? what;
        lock (_gate)
        {
            _process = _process == ended ? null : _process;
            // A node that was never up has printed the reason and would fail again.
            isToEnd = _isClosing || _staysAway || _address is null || (!_isKilled && _restarts == MostRestarts);
            what = _isClosing || _address is null ? null
                : _isKilled ? $"was killed{(isToEnd ? "" : " and is started again")}"
                : string.Create(CultureInfo.InvariantCulture,
                    $"ended unasked (exit code {exitCode}) and is {(isToEnd ? $"not started again: that was {MostRestarts + 1} times" : "started again")}");
            _restarts += _isKilled ? 0 : 1;
            if (!_isKilled)
            {
                Enter(isToEnd ? ClusterNodeState.Ended : ClusterNodeState.Starting);
            }
        }

        if (what is not null)
        {
            announce($"{Plan.Name} {what}");
        }

        return isToEnd;
    }

    private void Enter(ClusterNodeState state)
    {
        if (state != _state)
        {
            (_state, _since) = (state, TimeProvider.System.GetTimestamp());
        }
    }
}
