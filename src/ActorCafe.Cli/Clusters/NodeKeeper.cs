using System.Globalization;

namespace ActorCafe.Cli.Clusters;

/// <summary>Keeps a node running: one that ends unasked is started again, as an orchestrator would, though not for ever.</summary>
internal sealed class NodeKeeper(NodePlan plan, Action<string> say, Action<string> log)
{
    private const int MostRestarts = 5;
    private static readonly TimeSpan BeforeRestart = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource<NodeAddress?> _firstUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private NodeProcess? _process;
    private NodeAddress? _address;
    private bool _isClosing;
    private bool _staysAway;

    public NodePlan Plan { get; } = plan;

    /// <summary>Where it is reached; null before it was first up.</summary>
    public NodeAddress? Address => Volatile.Read(ref _address);

    /// <summary>Where it is reached once it is up for the first time; null if it can't be started.</summary>
    public Task<NodeAddress?> FirstUp => _firstUp.Task;

    /// <summary>Ends when the node has ended and is not started again.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    public void Start() => Ended = KeepAsync();

    /// <summary>SIGKILL.</summary>
    /// <param name="staysAway">Whether it is not to be started again.</param>
    public void Kill(bool staysAway)
    {
        lock (_gate)
        {
            _staysAway = staysAway;
            _process?.Kill();
        }
    }

    /// <summary>Asks it to close, and not to be started again.</summary>
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
                        say($"{Plan.Name} is up again");
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
            // One that never was up has said why, and would say it again.
            if (_isClosing || _staysAway || Address is null)
            {
                return true;
            }
        }

        var isEnough = restarts == MostRestarts;
        say(string.Create(CultureInfo.InvariantCulture,
            $"{Plan.Name} ended unasked (exit code {exitCode}) and is {(isEnough ? $"not started again: that was {MostRestarts + 1} times" : "started again")}"));
        return isEnough;
    }
}
